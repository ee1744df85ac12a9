using System.Globalization;

if (args is not [var sizesFile, var folder])
{
    Console.Error.WriteLine("Arguments: a file with a size in bytes on each line, and the folder that takes a file of each size.");
    return 2;
}

var sizes = File.ReadLines(sizesFile).Select(line => int.Parse(line, CultureInfo.InvariantCulture)).ToArray();
var bytes = new byte[sizes.Max()];
Directory.CreateDirectory(folder);
for (var i = 0; i < sizes.Length; i++)
{
    File.WriteAllBytes(Path.Combine(folder, i.ToString(CultureInfo.InvariantCulture)), bytes.AsSpan(0, sizes[i]));
}

return 0;
