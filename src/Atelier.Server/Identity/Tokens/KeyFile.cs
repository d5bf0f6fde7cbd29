using System.Security.Cryptography;
using System.Text.Json;

namespace Atelier.Identity.Tokens;

/// <summary>The signing keys in the data folder, readable for the studio's account only. Made at the first start.</summary>
internal sealed class KeyFile(string path)
{
    private const int SecretBytes = 32;

    /// <summary>Differs when somebody has written the file since.</summary>
    public (DateTime, long) Stamp =>
        new FileInfo(path) switch
        {
            { Exists: true } file => (file.LastWriteTimeUtc, file.Length),
            _ => default,
        };

    public KeyRing ReadOrMake(DateTimeOffset now)
    {
        if (!File.Exists(path))
            Write([NewKey(now)], overwrite: false);
        return Read();
    }

    public KeyRing Read()
    {
        try
        {
            var keys = JsonSerializer.Deserialize<List<SigningKey>>(File.ReadAllBytes(path), JsonSerializerOptions.Web);
            return new KeyRing(keys ?? []);
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw new IOException($"The signing keys in {path} cannot be read: {e.Message}", e);
        }
    }

    public void Replace(IReadOnlyList<SigningKey> keys) => Write(keys, overwrite: true);

    public static SigningKey NewKey(DateTimeOffset signsFrom) =>
        new(
            RandomNumberGenerator.GetHexString(16, lowercase: true),
            RandomNumberGenerator.GetBytes(SecretBytes),
            signsFrom
        );

    /// <summary>The file is there whole or not at all, and never readable for others.</summary>
    private void Write(IReadOnlyList<SigningKey> keys, bool overwrite)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{keys[0].Id}";
        var create = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        using (var file = new FileStream(draft, create))
        {
            JsonSerializer.Serialize(file, keys, JsonSerializerOptions.Web);
            file.Flush(flushToDisk: true);
        }
        try
        {
            File.Move(draft, path, overwrite);
        }
        catch (IOException) when (!overwrite && File.Exists(path))
        {
            File.Delete(draft); // another process was first
        }
    }
}
