namespace Atelier.Identity.Factors;

/// <summary>A person's authenticator app. It counts once a first code has shown that the app has the secret.</summary>
internal sealed class Factor
{
    private const int FreeTries = 5;
    private static readonly TimeSpan FirstHold = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestHold = TimeSpan.FromMinutes(15); // 96 tries a day of 3 codes in a million

    private Factor() { }

    public Guid UserId { get; private set; }
    public string KeyId { get; private set; } = "";
    public byte[] SealedSecret { get; private set; } = [];
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? ConfirmedAt { get; private set; }
    public long LastStep { get; private set; }
    public int WrongCodes { get; private set; }
    public DateTimeOffset? HeldUntil { get; private set; }

    public static Factor Enrol(Guid userId, byte[] secret, FactorSeal seal, DateTimeOffset now) =>
        new()
        {
            UserId = userId,
            KeyId = seal.KeyId,
            SealedSecret = seal.Close(secret, userId),
            CreatedAt = now,
        };

    public void Confirm(DateTimeOffset now) => ConfirmedAt ??= now;

    /// <returns>How long nobody may try; null when somebody may.</returns>
    public TimeSpan? HoldAt(DateTimeOffset now) => HeldUntil is { } until && until > now ? until - now : null;

    /// <returns>False when this step's code, or a later one's, was taken before.</returns>
    public bool Take(long step)
    {
        if (step <= LastStep)
            return false;
        LastStep = step;
        Clear();
        return true;
    }

    /// <summary>A right code ends the count of wrong ones.</summary>
    public void Clear() => (WrongCodes, HeldUntil) = (0, null);

    public void Miss(DateTimeOffset now)
    {
        WrongCodes++;
        if (WrongCodes < FreeTries)
            return;
        var hold = FirstHold * Math.Pow(2, Math.Min(WrongCodes - FreeTries, 10));
        HeldUntil = now + (hold < LongestHold ? hold : LongestHold);
    }
}
