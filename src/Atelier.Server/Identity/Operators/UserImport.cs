using System.Globalization;
using System.Text.RegularExpressions;
using Atelier.Audit.Contracts;
using Atelier.Identity.Accounts;
using Atelier.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.VisualBasic.FileIO;

namespace Atelier.Identity.Operators;

/// <summary>
/// Takes people over from elsewhere, with the passwords they have: lines of <c>email,name,role,hash</c>. Each line stands
/// for itself, so a bad one stops no other, and a file imported again changes nothing.
/// </summary>
internal sealed partial class UserImport(IdentityDb db, IAuditTrail trail, TimeProvider clock)
{
    private const string Header = "email,name,role,hash";

    /// <summary>A hash of cost 15 takes three seconds of a core at every login.</summary>
    private const int HighestCost = 14;

    /// <returns>Null when no line was refused.</returns>
    public async Task<string?> RunAsync(string file, TextWriter output, CancellationToken cancel)
    {
        var (imported, kept, refused) = (0, 0, 0);
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var number = 0;
        await foreach (var text in File.ReadLinesAsync(file, cancel))
        {
            number++;
            if (string.IsNullOrWhiteSpace(text) || (number == 1 && IsHeader(text)))
                continue;
            var (line, problem) = Read(text);
            if (line is not null && !seen.TryAdd(line.Email, number))
                problem = $"the address stands in line {seen[line.Email]} already";
            var result = line is null || problem is not null ? null : await AddAsync(line, cancel);
            if (result is null)
                refused++;
            else if (result == Imported)
                imported++;
            else
                kept++;
            await output.WriteLineAsync(
                $"line {number}: {(result is null ? $"refused: {problem}" : $"{result} {line!.Email}")}"
            );
        }
        await output.WriteLineAsync($"{imported} imported, {kept} there already, {refused} refused");
        return refused == 0 ? null : $"{refused} lines were refused.";
    }

    private const string Imported = "imported";

    private static bool IsHeader(string line) =>
        line.Replace(" ", "", StringComparison.Ordinal).Equals(Header, StringComparison.OrdinalIgnoreCase);

    private static (ImportLine? Line, string? Problem) Read(string text)
    {
        using var parser = new TextFieldParser(new StringReader(text)) { Delimiters = [","] };
        try
        {
            if (parser.ReadFields() is not [var email, var name, var role, var hash])
                return (null, $"a line is {Header}");
            role = role is "" ? "user" : role;
            var problem = NewUser.Refuse(email, name, role) ?? RefuseHash(hash);
            return problem is null
                ? (new(email, NewUser.NameOf(name, email), role, hash), null)
                : (null, char.ToLowerInvariant(problem[0]) + problem[1..].TrimEnd('.'));
        }
        catch (MalformedLineException)
        {
            return (null, "its quotation marks do not match");
        }
    }

    private static string? RefuseHash(string hash) =>
        Bcrypt().Match(hash) is not { Success: true } match ? "The hash is not bcrypt ($2a$, $2b$ or $2y$)."
        : int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) is < 4 or > HighestCost
            ? $"The hash has a cost below 4 or above {HighestCost}."
        : null;

    private async Task<string> AddAsync(ImportLine line, CancellationToken cancel)
    {
        if (await db.FindByEmailAsync(line.Email, cancel) is { } there)
            return there.PasswordHash == line.Hash ? "unchanged" : "left as it is:";
        var user = User.Create(line.Email, line.Name, line.Hash, line.Role, false, clock.GetUtcNow());
        db.Users.Add(user);
        var entry = AuditEntry.OfUser(AuditActions.Imported, user.Id, Operator.Mark);
        try
        {
            await db.InTransactionAsync(
                async transaction =>
                {
                    await trail.RecordAsync(transaction, entry, cancel);
                    return user;
                },
                cancel
            );
            return Imported;
        }
        catch (DbUpdateException e) when (e.IsDuplicate())
        {
            return "left as it is:"; // registered at the same moment
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    [GeneratedRegex(@"^\$2[aby]\$(\d\d)\$[./A-Za-z0-9]{53}$")]
    private static partial Regex Bcrypt();

    private sealed record ImportLine(string Email, string Name, string Role, string Hash);
}
