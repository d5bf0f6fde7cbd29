namespace Atelier.Language;

/// <summary>Numbers as they are read aloud: 42 is "forty two", 1900 is "one thousand nine hundred".</summary>
internal static class NumberWords
{
    private static readonly string[] Small =
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];

    private static readonly string[] Tens =
    [
        "",
        "",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
    ];

    /// <param name="number">Digits, perhaps with letters after them ("3rd"); from a million on it is read digit by digit.</param>
    public static IEnumerable<string> Say(ReadOnlySpan<char> number)
    {
        var digits = 0;
        while (digits < number.Length && char.IsAsciiDigit(number[digits]))
            digits++;
        return digits <= 6
            ? Cardinal(int.Parse(number[..digits], System.Globalization.CultureInfo.InvariantCulture))
            : Each(number[..digits].ToString());
    }

    private static IEnumerable<string> Each(string digits) => digits.Select(digit => Small[digit - '0']);

    private static IEnumerable<string> Cardinal(int n) =>
        n switch
        {
            < 20 => [Small[n]],
            < 100 => n % 10 == 0 ? [Tens[n / 10]] : [Tens[n / 10], Small[n % 10]],
            < 1000 => [Small[n / 100], "hundred", .. Rest(n % 100)],
            _ => [.. Cardinal(n / 1000), "thousand", .. Rest(n % 1000)],
        };

    private static IEnumerable<string> Rest(int n) => n == 0 ? [] : Cardinal(n);
}
