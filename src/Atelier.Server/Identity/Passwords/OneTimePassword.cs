using System.Security.Cryptography;

namespace Atelier.Identity.Passwords;

/// <summary>Printed once for whoever will change it: 100 bits, without letters that look alike.</summary>
internal static class OneTimePassword
{
    public static string New() => RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz23456789", 20);
}
