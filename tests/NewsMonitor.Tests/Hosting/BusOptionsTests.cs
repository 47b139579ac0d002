using System.ComponentModel.DataAnnotations;
using NewsMonitor.Hosting.Bus;

namespace NewsMonitor.Tests.Hosting;

public sealed class BusOptionsTests
{
    [Fact]
    public void Address_that_is_not_amqp_is_refused_with_an_example()
    {
        var options = new BusOptions { Url = new Uri("http://localhost:5672/") };
        var error = Assert.Single(options.Validate(new ValidationContext(options)));
        Assert.Contains("amqp://user:password@host:5672/", error.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void Password_comes_from_its_file_without_the_line_break_at_its_end()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "p@ss/wörd\n");
            var url = new BusOptions { Url = new Uri("amqp://ingest@broker:5672/monitor"), PasswordFile = file }.ResolveUrl();
            Assert.Equal("ingest:p%40ss%2Fw%C3%B6rd", url.UserInfo);
            Assert.Equal("/monitor", url.AbsolutePath);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
