using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsMonitor.Hosting.Http;

/// <summary>The one set of JSON rules for HTTP bodies, stored JSON and files: camelCase, absent instead of null, letters of all scripts unescaped.</summary>
public static class JsonSettings
{
    /// <summary>Ready-made options.</summary>
    public static JsonSerializerOptions Web { get; } = Create();

    /// <summary>Applies the rules to existing options.</summary>
    /// <param name="options">The options to change.</param>
    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DictionaryKeyPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        // The default escapes every letter outside ASCII, six bytes a character for most of the languages we serve, and quotes, which
        // people read with curl. Safe because our JSON is never put into a page's markup.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Apply(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
