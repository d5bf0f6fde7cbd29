namespace Atelier.Identity.Notices;

/// <summary>What a person is told by mail after something about their account has changed.</summary>
/// <param name="IsAboutSafety">Says as well what to do if it was somebody else.</param>
internal sealed record Notice(string Subject, string Text, bool IsAboutSafety = true)
{
    public static Notice PasswordChanged { get; } =
        new("Your password was changed", "The password of your account was changed.");

    public static Notice EmailIsToChange { get; } =
        new(
            "Your address is to change",
            "Your account is to have another address, once a link that was mailed there is opened."
        );

    public static Notice EmailChanged { get; } =
        new("Your address was changed", "Your account has another address now; mail no longer comes here.");

    public static Notice LoginEnded(string device, string address) =>
        new(
            "One of your logins was ended",
            $"""
            A token of your login on this device was used twice, as happens when somebody has copied it. The login was
            ended; the device can log in again.

              device:  {device}
              address: {address}
            """
        );

    public static Notice FactorOn { get; } =
        new("The second factor is on", "From now on your logins also need a code of your authenticator app.");

    public static Notice FactorOff { get; } =
        new("The second factor is off", "From now on your logins need the password alone.");

    public static Notice KeyCreated(string name) =>
        new("A new API key", $"An API key called \"{name}\" was made, with which a program can act for you.");
}
