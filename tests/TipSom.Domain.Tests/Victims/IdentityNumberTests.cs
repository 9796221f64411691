using TipSom.Domain.Victims;

namespace TipSom.Domain.Tests.Victims;

public sealed class IdentityNumberTests
{
    [Theory]
    [InlineData("9000000000001", "9000000000001")]
    [InlineData("90000-0000000-1", "9000000000001")]
    [InlineData("90000 0000000 1", "9000000000001")]
    [InlineData("  9-0000000000-01 ", "9000000000001")]
    [InlineData("AB1234567", "AB1234567")]
    [InlineData("ab 123-4567", "AB1234567")]
    [InlineData("A12345", "A12345")]
    [InlineData("A1234567890123456789", "A1234567890123456789")]
    public void Numbers_are_read_as_people_type_them(string typed, string number)
    {
        Assert.True(IdentityNumber.TryNormalise(typed, out var normalised));
        Assert.Equal(number, normalised);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" - ")]
    [InlineData("900000000000")]
    [InlineData("90000000000012")]
    [InlineData("1234567")]
    [InlineData("A1234")]
    [InlineData("A12345678901234567890")]
    [InlineData("AB/1234567")]
    [InlineData("AB1234567;--")]
    [InlineData("9000000000001\n")]
    [InlineData("90000–0000000–1")]
    public void What_is_no_number_is_refused(string typed) => Assert.False(IdentityNumber.TryNormalise(typed, out _));

    [Theory]
    [InlineData('۰')]
    [InlineData('٠')]
    [InlineData('０')]
    public void Digits_of_other_scripts_are_not_taken_for_ascii_ones(char zero)
    {
        var typed = string.Concat("9000000000001".Select(d => (char)(zero + d - '0')));

        Assert.False(IdentityNumber.TryNormalise(typed, out _));
    }

    [Theory]
    [InlineData("АВ1234567")] // Cyrillic
    [InlineData("اب1234567")]
    public void Letters_of_other_scripts_are_refused(string typed) => Assert.False(IdentityNumber.TryNormalise(typed, out _));

    [Theory]
    [InlineData("9000000000001", "90000-0000000-1")]
    [InlineData("AB1234567", "AB1234567")]
    [InlineData("A123456789012", "A123456789012")]
    [InlineData("123", "123")]
    public void Thirteen_digits_are_shown_in_groups_and_others_as_they_are(string number, string shown) =>
        Assert.Equal(shown, IdentityNumber.Shown(number));
}
