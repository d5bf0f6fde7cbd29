namespace Atelier.Drawing.Typesetting;

/// <summary>Typewriter marks to the ones a printed book has: curled quotes and apostrophes, dashes, an ellipsis.</summary>
public static class Punctuation
{
    /// <summary>For running text. A quote opens at the start and after a space, an opening mark or a dash.</summary>
    public static string Curl(string text)
    {
        var marks = text.Replace("...", "…", StringComparison.Ordinal)
            .Replace(" -- ", " — ", StringComparison.Ordinal)
            .Replace("--", "—", StringComparison.Ordinal)
            .ToCharArray();
        for (var i = 0; i < marks.Length; i++)
        {
            var opens = i == 0 || char.IsWhiteSpace(marks[i - 1]) || marks[i - 1] is '(' or '—' or '“' or '‘' or '[';
            marks[i] = marks[i] switch
            {
                '"' => opens ? '“' : '”',
                '\'' => opens && i + 1 < marks.Length && !char.IsWhiteSpace(marks[i + 1]) ? '‘' : '’',
                var other => other,
            };
        }

        return new string(marks);
    }

    /// <summary>For titles and names, which may hold anything: only apostrophes inside words change.</summary>
    public static string CurlApostrophes(string text)
    {
        var marks = text.ToCharArray();
        for (var i = 1; i < marks.Length - 1; i++)
            if (marks[i] == '\'' && char.IsLetter(marks[i - 1]) && char.IsLetter(marks[i + 1]))
                marks[i] = '’';
        return new string(marks);
    }
}
