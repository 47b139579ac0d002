using NewsMonitor.Hosting.Bus;

namespace NewsMonitor.Tests.Hosting;

public sealed class SweepRuleTests
{
    private static readonly DateTimeOffset Now = new(2025, 7, 13, 12, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan LateAfter = new SweepOptions().LateAfter;

    [Fact]
    public void Nothing_is_late_while_nothing_was_answered() => Assert.Null(SweepRule.LateBefore(null, queuesEmpty: false, Now, LateAfter));

    [Fact]
    public void Row_is_late_after_a_quarter_of_an_hour_when_younger_rows_are_answered() =>
        Assert.Equal(Now.AddMinutes(-15), SweepRule.LateBefore(Now.AddMinutes(-1), queuesEmpty: false, Now, LateAfter));

    [Fact]
    public void Row_is_not_late_before_one_that_is_a_minute_younger_was_answered() =>
        Assert.Equal(Now.AddMinutes(-61), SweepRule.LateBefore(Now.AddHours(-1), queuesEmpty: false, Now, LateAfter));

    [Fact]
    public void Old_row_is_late_when_nothing_is_on_its_way_even_before_anything_was_answered() =>
        Assert.Equal(Now.AddMinutes(-15), SweepRule.LateBefore(null, queuesEmpty: true, Now, LateAfter));
}
