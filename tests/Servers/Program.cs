using System.Runtime.InteropServices;
using NewsMonitor.Testing;

// Starts a RabbitMQ and a PostgreSQL, prints where they are as the services' settings, and ends them when it is told to stop.
await using var broker = await TestServers.NewRabbitMqAsync();
await using var database = await TestServers.NewPostgresAsync();
var name = await database.CreateDatabaseAsync();
var stop = new TaskCompletionSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
Console.WriteLine($"Bus__Url={broker.Amqp("/")}");
Console.WriteLine($"Database__ConnectionString={database.ConnectionString(name)}");
await stop.Task;

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.TrySetResult();
}
