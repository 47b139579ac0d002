using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using NewsMonitor.Alerting.Delivery;

namespace NewsMonitor.Standalone.Hosting;

/// <summary>Where a browser finds the dashboard.</summary>
internal static class DashboardAddress
{
    /// <summary>The first address that the server listens on, as a browser on this machine writes it.</summary>
    public static string Of(WebApplication app)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? app.Urls.FirstOrDefault() ?? "";
        return address.Replace("://[::]", "://localhost").Replace("://0.0.0.0", "://localhost").Replace("://*", "://localhost").Replace("://+", "://localhost");
    }

    /// <summary>Puts the address into alert messages once it is known.</summary>
    public static void Publish(WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
        app.Services.GetRequiredService<IOptions<AlertingOptions>>().Value.DashboardUrl ??= Of(app));
}
