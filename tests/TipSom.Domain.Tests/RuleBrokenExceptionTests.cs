using System.Globalization;

namespace TipSom.Domain.Tests;

public sealed class RuleBrokenExceptionTests
{
    [Fact]
    public void The_sentence_keeps_its_placeholders_and_the_message_fills_them()
    {
        var refusal = new RuleBrokenException("Enter an age from {0} to {1}.", 0, 120);

        Assert.Equal("Enter an age from {0} to {1}.", refusal.Sentence);
        Assert.Equal([0, 120], refusal.Arguments);
        Assert.Equal("Enter an age from 0 to 120.", refusal.Message);
    }

    [Fact]
    public void Without_arguments_the_sentence_is_said_as_it_is()
    {
        var refusal = new RuleBrokenException("Braces {like these} stay.");

        Assert.Equal("Braces {like these} stay.", refusal.Message);
        Assert.Empty(refusal.Arguments);
    }

    [Fact]
    public void The_message_does_not_depend_on_who_reads_it()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");

            Assert.Equal("At most 1.5 days.", new RuleBrokenException("At most {0} days.", 1.5m).Message);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
