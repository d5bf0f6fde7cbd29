using System.Text.RegularExpressions;
using Atelier.Identity.Accounts;

namespace Atelier.Identity.Operators;

/// <summary>The rules of the front door, for people who do not come through it.</summary>
internal static partial class NewUser
{
    private const int LongestEmail = 254;
    private const int LongestName = 80;

    /// <returns>Null when there may be such a person.</returns>
    public static string? Refuse(string email, string name, string role) =>
        email.Length > LongestEmail || !Email().IsMatch(email) ? "This is not an e-mail address."
        : name.Length > LongestName ? $"The name is longer than {LongestName} characters."
        : Unprintable().IsMatch(name) ? "The name has characters that cannot be shown; the file must be UTF-8."
        : RefuseRole(role);

    public static string? RefuseRole(string role) =>
        role is "admin" or "moderator" or "user" ? null : "The role must be admin, moderator or user.";

    public static string NameOf(string? given, string email) =>
        string.IsNullOrWhiteSpace(given) ? email.Split('@')[0] : given.Trim();

    [GeneratedRegex(Register.EmailShape)]
    private static partial Regex Email();

    [GeneratedRegex(@"[\p{C}\uFFFD]")]
    private static partial Regex Unprintable();
}
