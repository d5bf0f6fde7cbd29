using System.ComponentModel.DataAnnotations;

namespace Atelier.Library.Mirrors;

/// <summary>A password or key that is configured itself, or by the name of a file.</summary>
internal static class MirrorSecret
{
    public static string Read(string? value, string? file) =>
        file is null ? value ?? "" : File.ReadAllText(file).Trim();

    /// <summary>What is wrong with an address and its secret.</summary>
    public static IEnumerable<ValidationResult> Check(
        (string Key, Uri? Value) address,
        (string Key, string? Value) secret,
        (string Key, string? Value) file
    )
    {
        if (address.Value is not { } place)
            yield break;
        if (!place.IsAbsoluteUri || place.Scheme is not ("http" or "https") || place.UserInfo is not "")
            yield return new("An address such as http://127.0.0.1:7474, without a name or password.", [address.Key]);
        if (file.Value is { } path && !File.Exists(path))
            yield return new($"There is no such file: {path}", [file.Key]);
        if (string.IsNullOrEmpty(secret.Value) && file.Value is null)
            yield return new($"Missing; {file.Key} may name a file that holds it instead.", [secret.Key]);
    }
}
