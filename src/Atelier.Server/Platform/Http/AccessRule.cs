namespace Atelier.Platform.Http;

/// <summary>What an operation asks of its caller. Every endpoint carries one; the API document and the guide are written from it.</summary>
/// <param name="Scope">What the token or key must allow; null when it is enough to be signed in.</param>
/// <param name="IsForPeople">It takes a login: a program with an API key may not.</param>
internal sealed record AccessRule(bool IsOpen, string? Scope, bool IsForPeople = false)
{
    public static AccessRule Open { get; } = new(IsOpen: true, Scope: null);

    public static AccessRule SignedIn { get; } = new(IsOpen: false, Scope: null);

    public static AccessRule InPerson { get; } = new(IsOpen: false, Scope: null, IsForPeople: true);

    public static AccessRule NeedsScope(string scope) => new(IsOpen: false, scope);
}
