using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace NewsMonitor.Benchmarks.Matching;

/// <summary>
/// PostgreSQL with the queries stored as <c>tsquery</c>, in a private server that lives as long as the measurement. It knows no NEAR in either
/// order, only exact distances, so a NEAR/n becomes all of them.
/// </summary>
internal sealed class PostgresPeer : IDisposable
{
    private const string Binaries = "/usr/lib/postgresql/15/bin";
    private const double TicksPerSecond = 100;

    private readonly string _folder = Directory.CreateTempSubdirectory("newsmonitor-pg-").FullName;
    private readonly NpgsqlConnection _connection;

    public PostgresPeer(IReadOnlyList<string> queries)
    {
        var port = FreePort();
        // A server refuses to run as root.
        if (Environment.IsPrivilegedProcess) Run("chown", "nobody", _folder);
        RunUnprivileged($"{Binaries}/initdb", "-D", $"{_folder}/data", "-A", "trust", "-U", "bench", "-E", "UTF8", "--locale=C.UTF-8");
        RunUnprivileged($"{Binaries}/pg_ctl", "-D", $"{_folder}/data", "-w", "-l", $"{_folder}/log", "-o", $"-p {port} -k {_folder} -c listen_addresses=127.0.0.1 -c max_parallel_workers_per_gather=0", "start");
        _connection = new NpgsqlConnection($"Host=127.0.0.1;Port={port};Username=bench;Database=postgres;Pooling=false;Command Timeout=600");
        _connection.Open();
        Execute("create table stored (id int, query tsquery)");
        using (var import = _connection.BeginTextImport("copy stored from stdin"))
        {
            for (var i = 0; i < queries.Count; i++) import.WriteLine($"{i}\t{Convert(SExpression.Parse(queries[i]))}");
        }

        Execute("analyze stored");
    }

    public static bool IsInstalled => File.Exists($"{Binaries}/initdb");

    /// <summary>Matches one document and returns how many queries matched.</summary>
    public int Match(WorkloadDocument document)
    {
        using var command = new NpgsqlCommand("select count(*)::int from stored, (select to_tsvector('simple', $1) as words) d where d.words @@ query", _connection);
        command.Parameters.Add(new NpgsqlParameter { Value = document.Text });
        return (int)command.ExecuteScalar()!;
    }

    /// <summary>The processor time of the server process that serves the connection.</summary>
    public TimeSpan Cpu
    {
        get
        {
            var stat = File.ReadAllText($"/proc/{_connection.ProcessID}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return TimeSpan.FromSeconds((long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond);
        }
    }

    public void Dispose()
    {
        _connection.Dispose();
        RunUnprivileged($"{Binaries}/pg_ctl", "-D", $"{_folder}/data", "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private static string Convert(SExpression query) => query.Form switch
    {
        "" => $"'{query.Word}'",
        "pre" => $"'{query.Operands[0].Word.TrimEnd('*')}':*",
        "ph" => $"({string.Join(" <-> ", query.Operands.Select(Convert))})",
        "or" => $"({string.Join(" | ", query.Operands.Select(Convert))})",
        "near" => $"({string.Join(" | ", Enumerable.Range(1, int.Parse(query.Word, CultureInfo.InvariantCulture) + 1).SelectMany(n => Either(query, n)))})",
        "not" => $"!{Convert(query.Operands[0])}",
        _ => $"({string.Join(" & ", query.Operands.Select(Convert))})",
    };

    private static string[] Either(SExpression near, int distance)
    {
        var (a, b) = (Convert(near.Operands[0]), Convert(near.Operands[1]));
        return [$"{a} <{distance}> {b}", $"{b} <{distance}> {a}"];
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void RunUnprivileged(params string[] command)
    {
        if (Environment.IsPrivilegedProcess) Run("runuser", ["-u", "nobody", "--", .. command]);
        else Run(command[0], command[1..]);
    }

    private static void Run(string file, params string[] arguments)
    {
        // Output is discarded to a file: a pipe would stay open with the server that inherits it.
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", file, .. arguments]))!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{file} ended with {process.ExitCode}.");
    }

    private void Execute(string sql)
    {
        using var command = new NpgsqlCommand(sql, _connection);
        command.ExecuteNonQuery();
    }
}
