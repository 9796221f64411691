namespace TipSom.Domain.Tests;

public sealed class RecordNumberTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static readonly int[] YearPositions = [3, 4, 5, 6];
    private static readonly int[] BodyPositions = [8, 9, 10, 11, 12, 13];

    [Fact]
    public void Ten_thousand_numbers_all_read_back_and_none_comes_twice()
    {
        var numbers = Draw(10_000);

        Assert.All(numbers, n => Assert.Matches(@"^TS-2026-[0-9A-HJKMNP-TV-Z]{6}\z", n));
        Assert.All(numbers, n => Assert.Equal(n, Parsed(n)));
        // 32^5 numbers a year: about 1.5 of 10,000 meet by chance; a database key catches those.
        Assert.InRange(numbers.Distinct().Count(), 9_980, 10_000);
    }

    [Fact]
    public void A_number_has_the_length_it_says_and_the_prefix_asked_for()
    {
        Assert.Equal(RecordNumber.Length, RecordNumber.Draw(RecordNumber.ReferralPrefix, 2026).Length);
        Assert.StartsWith("TR-2027-", RecordNumber.Draw(RecordNumber.ReferralPrefix, 2027), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_single_wrong_character_is_caught()
    {
        var wrong = from number in Draw(100)
                    from position in YearPositions.Concat(BodyPositions)
                    from character in Alphabet
                    where number[position] != character
                    select With(number, position, character);

        Assert.DoesNotContain(wrong, n => Parsed(n) is not null);
    }

    [Fact]
    public void Swapped_neighbours_are_caught_but_for_zero_and_z()
    {
        var swaps = (from number in Draw(5_000)
                     from position in YearPositions.SkipLast(1).Concat(BodyPositions.SkipLast(1))
                     where number[position] != number[position + 1]
                     select (number, position)).ToList();

        var missed = swaps.Where(s => Parsed(Swapped(s.number, s.position)) is not null).ToList();

        Assert.All(missed, s => Assert.Equal("0Z", string.Concat(s.number[s.position..(s.position + 2)].Order())));
        Assert.True(missed.Count < swaps.Count / 200, $"{missed.Count} of {swaps.Count} swaps were missed.");
    }

    [Fact]
    public void Letters_that_look_like_digits_are_read_as_digits()
    {
        var number = Draw(2_000).First(n => n[8..].Contains('0') && n[8..].Contains('1'));
        var body = number[8..];

        Assert.Equal(number, Parsed(number[..8] + body.Replace('0', 'O').Replace('1', 'I')));
        Assert.Equal(number, Parsed(number[..8] + body.Replace('0', 'o').Replace('1', 'l')));
    }

    [Fact]
    public void Small_letters_and_outer_spaces_do_not_matter()
    {
        var number = Draw(1)[0];

        Assert.Equal(number, Parsed($"  {number.ToLowerInvariant()}\t"));
    }

    [Fact]
    public void Another_records_prefix_is_refused()
    {
        var number = RecordNumber.Draw(RecordNumber.ReferralPrefix, 2026);

        Assert.Null(Parsed(number));
        Assert.True(RecordNumber.TryParse(number, RecordNumber.ReferralPrefix, out _));
    }

    [Fact]
    public void What_is_not_a_number_is_refused()
    {
        var number = Draw(1)[0];

        Assert.All(
            [
                null, "", " ", "TS", number[..^1], number + "0", number.Replace("-", "", StringComparison.Ordinal),
                number.Replace('-', ' '), With(number, 7, '0'), With(number, 2, '0'), With(number, 8, 'U'), With(number, 9, '-'),
                With(number, 10, '۵'), With(number, 3, 'Z'), With(number, 3, '۲'), number[..8] + "      "
            ],
            typed => Assert.Null(Parsed(typed)));
    }

    private static List<string> Draw(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => RecordNumber.Draw(RecordNumber.CasePrefix, 2026))];

    private static string? Parsed(string? typed) =>
        RecordNumber.TryParse(typed, RecordNumber.CasePrefix, out var number) ? number : null;

    private static string With(string number, int position, char character) =>
        string.Concat(number.AsSpan(0, position), character.ToString(), number.AsSpan(position + 1));

    private static string Swapped(string number, int position) =>
        With(With(number, position, number[position + 1]), position + 1, number[position]);
}
