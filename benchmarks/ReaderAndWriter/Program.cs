using BenchmarkDotNet.Running;
using ReaderAndWriter;

BenchmarkRunner.Run<OneObject>(args: args);
