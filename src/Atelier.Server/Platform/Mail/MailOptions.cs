using System.ComponentModel.DataAnnotations;

namespace Atelier.Platform.Mail;

/// <summary>Section <c>Atelier:Mail</c>: the SMTP server that takes the studio's messages.</summary>
internal sealed class MailOptions
{
    public const string Section = "Atelier:Mail";

    /// <summary>The SMTP server's name. Without one, messages are written to <c>outbox</c> in the data folder.</summary>
    public string Host { get; set; } = "";

    /// <summary>The SMTP server's port.</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <summary>Empty for a server that asks for no login.</summary>
    public string User { get; set; } = "";

    /// <summary>Belongs in the environment.</summary>
    public string Password { get; set; } = "";

    /// <summary>Encrypt with STARTTLS. Only a server on this machine should go without.</summary>
    public bool Tls { get; set; } = true;

    /// <summary>Whom messages come from.</summary>
    [Required, EmailAddress]
    public string From { get; set; } = "atelier@localhost";
}
