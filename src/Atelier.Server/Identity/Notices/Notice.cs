namespace Atelier.Identity.Notices;

/// <summary>What a person is told by mail after something about their account has changed.</summary>
internal sealed record Notice(string Subject, string Text)
{
    public static Notice PasswordChanged { get; } =
        new("Your password was changed", "The password of your account was changed.");
}
