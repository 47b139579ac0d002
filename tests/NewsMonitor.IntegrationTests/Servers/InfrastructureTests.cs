namespace NewsMonitor.IntegrationTests.Servers;

public sealed class InfrastructureTests
{
    [Theory]
    [InlineData("docker", false, InfrastructureKind.Docker)]
    [InlineData("native", true, InfrastructureKind.Native)]
    [InlineData(null, true, InfrastructureKind.Docker)]
    [InlineData("", false, InfrastructureKind.Native)]
    public async Task The_variable_decides_and_without_it_whether_an_engine_answers(string? forced, bool engineAnswers, InfrastructureKind expected) =>
        Assert.Equal(expected, await Infrastructure.ChooseAsync(forced, () => Task.FromResult(engineAnswers)));

    [Fact]
    public async Task An_unknown_choice_is_refused()
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => Infrastructure.ChooseAsync("podman", () => Task.FromResult(true)));
        Assert.Contains("\"podman\"", refusal.Message, StringComparison.Ordinal);
    }
}
