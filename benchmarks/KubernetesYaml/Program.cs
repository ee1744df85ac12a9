using System.Globalization;
using k8s;
using Microservices;

if (args is not [var count, var file])
{
    Console.Error.WriteLine("Arguments: the number of microservices, and the file that takes their YAML.");
    return 2;
}

File.WriteAllText(file, KubernetesYaml.SerializeAll(Workload.Services(int.Parse(count, CultureInfo.InvariantCulture))));
return 0;
