using System.ComponentModel.DataAnnotations;

namespace Atelier.Identity;

/// <summary>Section <c>Atelier:Identity</c>: how long a login lasts, and where mailed links lead.</summary>
internal sealed class IdentityOptions
{
    public const string Section = "Atelier:Identity";

    /// <summary>Minutes for which an access token is good.</summary>
    [Range(1, 24 * 60)]
    public int AccessMinutes { get; set; } = 30;

    /// <summary>Days without use after which a session's refresh token is dead.</summary>
    [Range(1, 90)]
    public int RefreshDays { get; set; } = 7;

    /// <summary>Days after which even a session in use ends.</summary>
    [Range(1, 365)]
    public int SessionDays { get; set; } = 90;

    /// <summary>Days after which a new key signs the access tokens.</summary>
    [Range(1, 3650)]
    public int SigningKeyDays { get; set; } = 90;

    /// <summary>Until they have switched a second factor on, admins can do nothing but that.</summary>
    public bool AdminsNeedSecondFactor { get; set; }

    /// <summary>Where people reach the web app; links in mails begin with it.</summary>
    [Required, Url]
    public string WebAddress { get; set; } = "http://127.0.0.1:8080";
}
