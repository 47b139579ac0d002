using NewsMonitor.Hosting.Database;
using NewsMonitor.TopicTagging.Topics;

namespace NewsMonitor.Standalone.Hosting;

/// <summary>What a start says.</summary>
internal static class Banner
{
    public static void Write(WebApplication app, DataDirectory directory)
    {
        var topics = app.Services.GetRequiredService<LiveTopics>().Matcher.TopicCount;
        Console.WriteLine(
            $"""
            NewsMonitor {typeof(Banner).Assembly.GetName().Version?.ToString(3)}
              dashboard  {DashboardAddress.Of(app)}
              data       {directory.Path}
              topics     {topics} active
            Alerts appear below and on the dashboard. Ctrl+C stops.
            """);
    }
}
