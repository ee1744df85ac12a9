// The migration job runs the same image with this argument, before the new version takes over.
if (args is ["migrate"])
{
    Console.WriteLine($"Migrating the database of {Environment.GetEnvironmentVariable("Database__Host")} …");
    return;
}

var builder = WebApplication.CreateBuilder(args);

// The file that the config map brings.
builder.Configuration.AddJsonFile("/etc/shop/appsettings.json", optional: true);
var app = builder.Build();

app.MapGet("/healthz", () => "ok");
app.MapGet("/products", () => new[] { "Teapot", "Cup", "Saucer" }.Take(app.Configuration.GetValue("PageSize", 10)));
app.Run();
