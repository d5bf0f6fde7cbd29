using System.Security.Cryptography;
using System.Text.Json;

namespace Atelier.Identity.Tokens;

/// <summary>The signing keys in the data folder, readable for the studio's account only. Made at the first start.</summary>
internal static class KeyFile
{
    private const int SecretBytes = 32;

    public static KeyRing LoadOrMake(string path)
    {
        if (!File.Exists(path))
            Make(path);
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

    private static void Make(string path)
    {
        var key = new SigningKey(
            RandomNumberGenerator.GetHexString(16, lowercase: true),
            RandomNumberGenerator.GetBytes(SecretBytes)
        );
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{key.Id}";
        var create = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        using (var file = new FileStream(draft, create))
        {
            JsonSerializer.Serialize(file, (List<SigningKey>)[key], JsonSerializerOptions.Web);
            file.Flush(flushToDisk: true);
        }
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft); // another process was first
        }
    }
}
