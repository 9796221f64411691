using TipSom.Domain.Cases;

namespace TipSom.Domain.Tests.Cases;

public sealed class OffenceTests
{
    private static readonly DateOnly From = new(2018, 6, 2);
    private static readonly DateOnly Before = new(2026, 1, 1);

    [Fact]
    public void A_text_applies_from_its_first_day_to_the_day_before_it_ended()
    {
        var offence = new Offence("X-1", "Act", "1", "Title", OffenceClass.Tip, validFrom: From, validBefore: Before);

        Assert.False(offence.MayApplyOn(From.AddDays(-1)));
        Assert.True(offence.MayApplyOn(From));
        Assert.True(offence.MayApplyOn(Before.AddDays(-1)));
        Assert.False(offence.MayApplyOn(Before));
    }

    [Fact]
    public void A_text_without_known_days_may_always_apply()
    {
        var offence = new Offence("X-1", "Act", "1", "Title", OffenceClass.Related);

        Assert.True(offence.MayApplyOn(DateOnly.MinValue));
        Assert.True(offence.MayApplyOn(DateOnly.MaxValue));
    }
}
