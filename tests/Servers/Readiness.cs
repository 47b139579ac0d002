namespace NewsMonitor.Testing;

/// <summary>Waits until a server that was just started serves.</summary>
internal static class Readiness
{
    // Not a measure of speed: it only ends a wait that would never end. On a very busy machine a broker took more than a minute.
    public static readonly TimeSpan GiveUp = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    /// <summary>Tries until it succeeds, the server ends or the time is over.</summary>
    public static async Task WaitAsync(IServer server, string what, Func<Task> attempt)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                await attempt();
                return;
            }
            catch (Exception refusal) when (TimeProvider.System.GetElapsedTime(start) < GiveUp)
            {
                if (server.LastWords is { } words)
                    throw new ServerEndedException($"{what} ended while it was starting:\n{words}", refusal);
            }
            await Task.Delay(Poll, TimeProvider.System);
        }
    }
}

/// <summary>The server ended before it served: often a port that somebody else took meanwhile.</summary>
public sealed class ServerEndedException(string message, Exception? inner = null) : Exception(message, inner);
