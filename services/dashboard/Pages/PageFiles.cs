using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace NewsMonitor.Dashboard.Pages;

/// <summary>The pages' files. They are inside the assembly, so that they are found from every folder and in every packaging.</summary>
internal static class PageFiles
{
    private const string Prefix = "wwwroot/";

    // Everything comes from this origin: an article's text can neither load nor run anything.
    private const string ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    /// <summary>Maps every file, and the page itself under the addresses that it shows.</summary>
    public static void MapPages(this IEndpointRouteBuilder endpoints)
    {
        foreach (var name in Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            var file = Load(name);
            endpoints.MapGet("/" + name[Prefix.Length..], (HttpContext context) => Send(context, file)).ExcludeFromDescription();
            if (name != Prefix + "index.html")
                continue;
            foreach (var address in (string[])["/", "/alerts/{id:guid}", "/articles/{id:guid}"])
                endpoints.MapGet(address, (HttpContext context) => Send(context, file)).ExcludeFromDescription();
        }
    }

    private static IResult Send(HttpContext context, PageFile file)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        // Asked for every time and answered with 304 while unchanged: an upgrade is seen at once.
        headers.CacheControl = "no-cache";
        return Results.Bytes(file.Content, file.ContentType, entityTag: file.Tag);
    }

    private static PageFile Load(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        var type = ContentTypes.TryGetContentType(name, out var known) ? known : "application/octet-stream";
        return new PageFile(content, type.StartsWith("text/", StringComparison.Ordinal) ? type + "; charset=utf-8" : type, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}\""));
    }

    private sealed record PageFile(byte[] Content, string ContentType, EntityTagHeaderValue Tag);
}
