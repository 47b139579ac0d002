using NewsMonitor.Hosting.Bus;

namespace NewsMonitor.Tests.Hosting;

public sealed class SweepRuleTests
{
    private static readonly DateTimeOffset Now = new(2025, 7, 13, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Nothing_is_late_while_nothing_was_answered() => Assert.Null(SweepRule.LateBefore(null, Now));

    [Fact]
    public void Row_is_late_after_a_quarter_of_an_hour_when_younger_rows_are_answered() =>
        Assert.Equal(Now.AddMinutes(-15), SweepRule.LateBefore(Now.AddMinutes(-1), Now));

    [Fact]
    public void Row_is_not_late_before_one_that_is_a_minute_younger_was_answered() =>
        Assert.Equal(Now.AddMinutes(-61), SweepRule.LateBefore(Now.AddHours(-1), Now));
}
