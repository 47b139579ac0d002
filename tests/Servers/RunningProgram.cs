using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace NewsMonitor.Testing;

/// <summary>A .NET program as a process, as a user or an operator starts it.</summary>
public sealed class RunningProgram : IAsyncDisposable
{
    // Not a measure of speed: it only ends a wait that would never end.
    private static readonly TimeSpan GiveUp = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();

    private RunningProgram(Process process, int port)
    {
        _process = process;
        Address = new Uri($"http://127.0.0.1:{port}");
        Http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(30) };
        process.OutputDataReceived += (_, line) => Append(_output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(_errors, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>A client of it.</summary>
    public HttpClient Http { get; }

    /// <summary>Its process id.</summary>
    public int Id => _process.Id;

    /// <summary>What was printed to standard output so far.</summary>
    public string Output => Read(_output);

    /// <summary>What was printed to standard error so far.</summary>
    public string Errors => Read(_errors);

    /// <summary>Starts it without waiting.</summary>
    /// <param name="start">Program and surroundings; the streams are taken care of.</param>
    /// <param name="port">The port of this machine that it is told to listen on.</param>
    public static RunningProgram Start(ProcessStartInfo start, int port)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = start.RedirectStandardInput = true;
        return new RunningProgram(Process.Start(start)!, port);
    }

    /// <summary>Waits until it is ready to work.</summary>
    /// <exception cref="InvalidOperationException">It has ended, or was not ready in time; the message has what it printed.</exception>
    public async Task ReadyAsync(CancellationToken cancellationToken)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await IsReadyAsync(cancellationToken))
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"The program ended with {_process.ExitCode}: {Errors}{Output}");
            if (TimeProvider.System.GetElapsedTime(start) > GiveUp * 2)
                throw new InvalidOperationException($"The program is not ready: {Errors}{Output}");
            await Task.Delay(Poll, TimeProvider.System, cancellationToken);
        }
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        // Also waits for the last output to be read.
        _process.WaitForExit();
    }

    /// <summary>Sends a signal by name, waits for the end and returns the exit code.</summary>
    /// <param name="signal">For example <c>TERM</c>.</param>
    public async Task<int> SignalAsync(string signal)
    {
        using (var kill = Process.Start("kill", [$"-{signal}", Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync(CancellationToken.None);
        await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(GiveUp);
        return _process.ExitCode;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        Http.Dispose();
        _process.Dispose();
    }

    private static void Append(StringBuilder text, string? line)
    {
        // Null is the end of the stream.
        if (line is null)
            return;
        lock (text)
            text.AppendLine(line);
    }

    private static string Read(StringBuilder text)
    {
        lock (text)
            return text.ToString();
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var response = await Http.GetAsync("/health/ready", cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
