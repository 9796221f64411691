using TipSom.Domain.Telling;

namespace TipSom.Domain.Tests.Telling;

public sealed class MailChoicesTests
{
    private static readonly TimeOnly Ten = new(22, 0), Six = new(6, 0);

    [Fact]
    public void Who_chose_nothing_gets_every_mail_at_any_hour()
    {
        var choices = new MailChoices(Guid.NewGuid());

        Assert.Equal((true, true, null, null), (choices.MailsWork, choices.MailsNews, choices.QuietFrom, choices.QuietTo));
    }

    [Fact]
    public void Quiet_hours_may_pass_midnight_and_end_again()
    {
        var choices = new MailChoices(Guid.NewGuid());

        choices.Choose(true, false, Ten, Six);
        Assert.Equal((true, false, Ten, Six), (choices.MailsWork, choices.MailsNews, choices.QuietFrom, choices.QuietTo));
        choices.Choose(false, true, null, null);
        Assert.Equal((false, true, null, null), (choices.MailsWork, choices.MailsNews, choices.QuietFrom, choices.QuietTo));
    }

    public static TheoryData<TimeOnly?, TimeOnly?, string> Halves => new()
    {
        { Ten, null, "Quiet hours need both a beginning and an end." },
        { null, Six, "Quiet hours need both a beginning and an end." },
        { Ten, Ten, "Quiet hours cannot end when they begin." }
    };

    [Theory]
    [MemberData(nameof(Halves))]
    public void Half_of_quiet_hours_is_refused_and_changes_nothing(TimeOnly? from, TimeOnly? to, string sentence)
    {
        var choices = new MailChoices(Guid.NewGuid());

        Assert.Equal(sentence, Assert.Throws<RuleBrokenException>(() => choices.Choose(false, false, from, to)).Sentence);
        Assert.True(choices.MailsWork);
    }
}
