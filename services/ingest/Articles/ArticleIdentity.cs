using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace NewsMonitor.Ingest.Articles;

/// <summary>What makes two submissions the same article, and two texts the same version.</summary>
internal static class ArticleIdentity
{
    // A random namespace of our own. Changing it would give every article a new id.
    private static readonly Guid Namespace = new("6f2e1d53-8c9b-4f0e-9a2d-4b7f1c6e5a10");

    /// <summary>UUIDv5 of the canonical URL, or of source and content hash where there is no URL.</summary>
    public static Guid IdOf(string? canonicalUrl, string source, string contentHash) =>
        Uuid5(canonicalUrl is null ? $"content\n{source.ToLowerInvariant()}\n{contentHash}" : $"url\n{canonicalUrl}");

    /// <summary>SHA-256 of title and text, in lower-case hexadecimal.</summary>
    public static string ContentHashOf(string title, string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{title}\n\n{text}")));

    // RFC 9562, section 5.5: SHA-1 over the namespace in network byte order and the name.
    private static Guid Uuid5(string name)
    {
        Span<byte> input = new byte[16 + Encoding.UTF8.GetByteCount(name)];
        Namespace.TryWriteBytes(input, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(name, input[16..]);
        Span<byte> hash = stackalloc byte[20];
#pragma warning disable CA5350 // SHA-1 is what UUIDv5 is made of; nothing here is a secret.
        SHA1.HashData(input, hash);
#pragma warning restore CA5350
        var version = BinaryPrimitives.ReadUInt16BigEndian(hash[6..]);
        BinaryPrimitives.WriteUInt16BigEndian(hash[6..], (ushort)((version & 0x0FFF) | 0x5000));
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
