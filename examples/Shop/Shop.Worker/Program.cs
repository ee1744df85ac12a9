using var timer = new PeriodicTimer(TimeSpan.FromSeconds(10));
do
{
    Console.WriteLine($"Looking for orders at {Environment.GetEnvironmentVariable("Database__Host")} …");
}
while (await timer.WaitForNextTickAsync());
