using NewsMonitor.Testing.Docker;

namespace NewsMonitor.Testing;

/// <summary>Where servers come from.</summary>
public enum InfrastructureKind
{
    /// <summary>Containers.</summary>
    Docker,

    /// <summary>Private instances of what is installed on the machine.</summary>
    Native,
}

/// <summary>Decides once where servers come from; test.sh decides the same way and says so.</summary>
public static class Infrastructure
{
    /// <summary>Forces <c>docker</c> or <c>native</c>.</summary>
    public const string Variable = "NEWSMONITOR_TEST_INFRA";

    private static readonly Lazy<Task<InfrastructureKind>> Choice = new(() => ChooseAsync(Environment.GetEnvironmentVariable(Variable), DockerEngine.AnswersAsync));

    /// <summary>What the servers of this process come from.</summary>
    public static Task<InfrastructureKind> ChosenAsync() => Choice.Value;

    internal static async Task<InfrastructureKind> ChooseAsync(string? forced, Func<Task<bool>> dockerAnswers) => forced switch
    {
        "docker" => InfrastructureKind.Docker,
        "native" => InfrastructureKind.Native,
        null or "" => await dockerAnswers() ? InfrastructureKind.Docker : InfrastructureKind.Native,
        _ => throw new InvalidOperationException($"{Variable} is \"{forced}\": it may be \"docker\" or \"native\"."),
    };
}
