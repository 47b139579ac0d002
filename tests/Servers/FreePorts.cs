using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace NewsMonitor.Testing;

/// <summary>Ports for servers that are stopped and started again.</summary>
public static class FreePorts
{
    // Below Linux's range for outgoing connections (32768 to 60999). A client that reconnects to a stopped server there may be
    // given the server's own port as its source, connect to itself and keep the server from coming back.
    private const int First = 20_000;
    private const int End = 32_000;

    /// <summary>Ports that were free a moment ago, all different.</summary>
    public static int[] Take(int count)
    {
        var ports = new HashSet<int>();
        while (ports.Count < count)
        {
            var port = RandomNumberGenerator.GetInt32(First, End);
            if (IsFree(port))
                ports.Add(port);
        }
        return [.. ports];
    }

    /// <summary>Starts a new server, and once more with other ports when somebody took one between look and start.</summary>
    internal static async Task<T> WithNewPortsAsync<T>(Func<Task<T>> start)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await start();
            }
            catch (ServerEndedException) when (attempt < 3)
            {
            }
        }
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
