using System.Net;
using Atelier.Support;

namespace Atelier.Identity.Factors;

/// <summary>A person's authenticator app. Every code is of a later step than the one before.</summary>
internal sealed class App(StudioFactory studio, byte[] secret)
{
    private long _last;

    /// <returns>The app and the recovery codes of somebody who switches the second factor on.</returns>
    public static async Task<(App App, IReadOnlyList<string> Codes)> EnrolAsync(StudioFactory studio, Person person)
    {
        var enrolment = (await person.PostAsync("auth/totp")).Expect(HttpStatusCode.OK);
        var app = new App(studio, Decode(enrolment["secret"]!.GetValue<string>()));
        var answer = await person.PostAsync("auth/totp/confirm", new { code = app.NextCode() });
        var codes = answer.Expect(HttpStatusCode.OK)["recoveryCodes"]!.AsArray();
        return (app, [.. codes.Select(code => code!.GetValue<string>())]);
    }

    public string NextCode()
    {
        // The window is one step wide to each side, so the next step's code counts already, and a later one's does soon.
        if (Totp.StepAt(studio.Clock.GetUtcNow()) + 1 <= _last)
            studio.Clock.Advance(TimeSpan.FromSeconds(30));
        _last = Math.Max(_last + 1, Totp.StepAt(studio.Clock.GetUtcNow()));
        return Totp.CodeAt(secret, _last);
    }

    public string CodeOf(int stepsAgo) => Totp.CodeAt(secret, Totp.StepAt(studio.Clock.GetUtcNow()) - stepsAgo);

    /// <summary>One that no step about now has.</summary>
    public string WrongCode()
    {
        var right = Enumerable.Range(-3, 7).Select(CodeOf).ToHashSet();
        return Enumerable
            .Range(0, 10)
            .Select(digit => new string((char)('0' + digit), 6))
            .First(c => !right.Contains(c));
    }

    private static byte[] Decode(string text)
    {
        const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(text.Select(letter => Convert.ToString(Letters.IndexOf(letter), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(part => part.Length == 8).Select(part => Convert.ToByte(new string(part), 2))];
    }
}
