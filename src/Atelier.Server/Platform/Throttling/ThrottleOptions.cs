using System.ComponentModel.DataAnnotations;

namespace Atelier.Platform.Throttling;

/// <summary>Section <c>Atelier:Throttles</c>: how often something may be asked for. No value switches a limit off.</summary>
internal sealed class ThrottleOptions
{
    public const string Section = "Atelier:Throttles";

    private const int Most = 1_000_000;

    /// <summary>Requests of one person, or of one address without a token.</summary>
    [Range(1, Most)]
    public int RequestsPerMinute { get; set; } = 6000;

    /// <summary>New accounts from one address.</summary>
    [Range(1, Most)]
    public int RegistrationsPerHour { get; set; } = 120;

    /// <summary>Refresh tokens brought from one address.</summary>
    [Range(1, Most)]
    public int RefreshesPerMinute { get; set; } = 300;

    /// <summary>Mailed links asked for by one person, or from one address without a token.</summary>
    [Range(1, Most)]
    public int ForgottenPerHour { get; set; } = 30;

    /// <summary>Links sent to one mail address because somebody asked for them.</summary>
    [Range(1, Most)]
    public int LinksPerHour { get; set; } = 5;

    /// <summary>Mailed links and codes brought back from one address.</summary>
    [Range(1, Most)]
    public int ResetsPerHour { get; set; } = 30;

    /// <summary>Works that one person has made.</summary>
    [Range(1, Most)]
    public int GenerationsPerHour { get; set; } = 200;

    /// <summary>Answers that one person has characters give.</summary>
    [Range(1, Most)]
    public int AnswersPerHour { get; set; } = 1200;

    /// <summary>Pages and feeds of the web that are read for one person.</summary>
    [Range(1, Most)]
    public int FetchesPerHour { get; set; } = 2000;

    /// <summary>Webhooks of one person that are made, changed, tested or sent again.</summary>
    [Range(1, Most)]
    public int WebhookCallsPerHour { get; set; } = 300;

    /// <summary>Wrong logins from one address, whatever the accounts, in a quarter of an hour.</summary>
    [Range(1, Most)]
    public int WrongLoginsPerAddress { get; set; } = 25;

    /// <summary>Wrong logins to one account in an hour, from all addresses together and none of its known devices.</summary>
    [Range(1, Most)]
    public int WrongLoginsPerAccount { get; set; } = 100;

    /// <summary>API keys that nobody has, brought from one address in an hour.</summary>
    [Range(1, Most)]
    public int WrongKeysPerAddress { get; set; } = 60;

    /// <summary>Wrong passwords or codes in a row that are answered before the next one has to wait.</summary>
    [Range(2, Most)]
    public int FreeGuesses { get; set; } = 5;

    /// <summary>Seconds of the first wait; each further wrong guess doubles it.</summary>
    [Range(1, 3600)]
    public int FirstWaitSeconds { get; set; } = 5;

    /// <summary>Seconds beyond which waits do not grow.</summary>
    [Range(1, 24 * 3600)]
    public int LongestWaitSeconds { get; set; } = 900;
}
