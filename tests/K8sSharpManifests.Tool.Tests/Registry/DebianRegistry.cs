using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace K8sSharpManifests.Tool.Tests.Registry;

/// <summary>A real registry, Debian's package docker-registry, on this machine and in a folder of its own. Where it is not installed the test is skipped, but fails where CI=true, since CI installs it.</summary>
internal sealed class DebianRegistry : IDisposable
{
    public const string User = "ann";
    public const string Password = "correct-horse";

    // That of htpasswd -nbB.
    private const string PasswordFile = $"{User}:$2y$05$K6vcj8tkCOiR4k/yviSZw.u9HwtYfv4QXqEMqWAACSUlL0LhhWn0e\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("k8ssharp-registry").FullName;
    private readonly Process _process;
    private readonly HttpClient _client = new(new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator }) { Timeout = TimeSpan.FromSeconds(20) };
    private readonly string _address;

    private DebianRegistry(string program, bool isPrivate, X509Certificate2? certificate)
    {
        Host = $"localhost:{FreePort()}";
        _address = $"{(certificate is null ? "http" : "https")}://{Host}";
        if (certificate is not null)
        {
            File.WriteAllText(Path.Combine(_folder, "tls.crt"), certificate.ExportCertificatePem());
            File.WriteAllText(Path.Combine(_folder, "tls.key"), certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        }

        File.WriteAllText(Path.Combine(_folder, "htpasswd"), PasswordFile);
        File.WriteAllText(
            Path.Combine(_folder, "config.yml"),
            $"version: 0.1\nlog: {{level: error, accesslog: {{disabled: true}}}}\nstorage: {{filesystem: {{rootdirectory: {_folder}/data}}}}\nhttp: {{addr: '127.0.0.1:{Host.Split(':')[1]}'{(certificate is null ? "" : $", tls: {{certificate: {_folder}/tls.crt, key: {_folder}/tls.key}}")}}}\n"
            + (isPrivate ? $"auth: {{htpasswd: {{realm: test, path: {_folder}/htpasswd}}}}\n" : ""));
        _process = Process.Start(new ProcessStartInfo(program, ["serve", Path.Combine(_folder, "config.yml")]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        if (isPrivate)
        {
            _client.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}")));
        }
    }

    /// <summary>Host and port.</summary>
    public string Host { get; }

    /// <summary>Starts one.</summary>
    /// <param name="isPrivate">Whether it wants user name and password.</param>
    /// <param name="certificate">The certificate that it shows, with its key; null for no encryption.</param>
    public static async Task<DebianRegistry> Start(bool isPrivate = false, X509Certificate2? certificate = null)
    {
        const string Message = "docker-registry is not installed: 'apt-get install docker-registry' on Debian";
        var program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "docker-registry")).FirstOrDefault(File.Exists);
        if (program is null)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", Message);
            Assert.Fail(Message);
        }

        var registry = new DebianRegistry(program, isPrivate, certificate);
        for (var attempt = 0; !await registry.IsThere(); attempt++)
        {
            Assert.True(attempt < 100, "docker-registry does not start.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        return registry;
    }

    /// <summary>Puts an image there for linux/amd64, by the API alone: a configuration and a manifest that names it, and for an index one that names that.</summary>
    /// <returns>The digest of what the tag stands for.</returns>
    public Task<string> Push(string repository, string tag, string content, bool isIndex = false) => Push(repository, tag, [Images.Of("linux/amd64", content)], isIndex);

    /// <summary>Puts an image there for several platforms.</summary>
    /// <returns>The digest of its index.</returns>
    public Task<string> PushFor(string repository, string tag, params string[] platforms) => Push(repository, tag, [.. platforms.Select(platform => Images.Of(platform))], isIndex: true);

    private async Task<string> Push(string repository, string tag, IReadOnlyList<(string Platform, byte[] Configuration, byte[] Manifest)> images, bool isIndex)
    {
        foreach (var image in images)
        {
            using var begun = await _client.PostAsync($"{_address}/v2/{repository}/blobs/uploads/", null, TestContext.Current.CancellationToken);
            var place = begun.Headers.Location!.ToString();
            using var uploaded = await _client.PutAsync(
                $"{place}{(place.Contains('?', StringComparison.Ordinal) ? '&' : '?')}digest={Images.Digest(image.Configuration)}", new ByteArrayContent(image.Configuration), TestContext.Current.CancellationToken);
            uploaded.EnsureSuccessStatusCode();
            await Put(repository, isIndex ? Images.Digest(image.Manifest) : tag, image.Manifest, Images.ManifestType);
        }

        return isIndex ? await Put(repository, tag, Images.IndexOf(images), TestRegistry.Index) : Images.Digest(images[0].Manifest);
    }

    /// <summary>The digest of what a tag stands for.</summary>
    public async Task<string> Digest(string repository, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, $"http://{Host}/v2/{repository}/manifests/{tag}");
        request.Headers.Accept.ParseAdd("application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json, application/vnd.docker.distribution.manifest.v2+json");
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        return response.Headers.GetValues("Docker-Content-Digest").Single();
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _client.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<string> Put(string repository, string reference, byte[] body, string type)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new(type);
        using var response = await _client.PutAsync($"{_address}/v2/{repository}/manifests/{reference}", content, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        return Images.Digest(body);
    }

    private async Task<bool> IsThere()
    {
        try
        {
            using var response = await _client.GetAsync($"{_address}/v2/", TestContext.Current.CancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
