using TipSom.Domain.Law;
using TipSom.Domain.Tests.Law;

namespace TipSom.Domain.Tests.CrossCheck;

public sealed class Line_12_Tests
{
    private static readonly TimeZoneInfo Karachi = TimeZoneInfo.FindSystemTimeZoneById("Asia/Karachi");

    private static readonly LegalClock Challan = LegalStepTests.Clock("CHALLAN", LegalStep.Fir, ["CH_COM"], days: 14, remindBefore: 2);

    // An FIR of 1 March 2026 in Karachi is of day 0, whether it was recorded in its first minute or its last.
    [Theory]
    [InlineData("2026-02-28T19:00:00Z")]
    [InlineData("2026-03-01T18:59:00Z")]
    public void Line_12_the_challan_is_reminded_of_on_day_12_and_overdue_on_day_15(string recorded)
    {
        var fir = DateTimeOffset.Parse(recorded, System.Globalization.CultureInfo.InvariantCulture);
        var deadline = Assert.Single(LegalDeadline.StartedBy(LegalStepTests.Step(LegalStep.Fir, fir), [Challan], [], Karachi));

        Assert.Equal((false, false), At(0, -1, deadline));
        Assert.Equal((false, false), At(12, -1, deadline));
        Assert.Equal((true, false), At(12, 0, deadline));
        Assert.Equal((true, false), At(15, -1, deadline));
        Assert.Equal((false, true), At(15, 0, deadline));
    }

    /// <summary>How it stands so many days and minutes after the midnight at which day 0 began.</summary>
    private static (bool Near, bool Late) At(int days, int minutes, LegalDeadline deadline)
    {
        var moment = new DateTimeOffset(2026, 2, 28, 19, 0, 0, TimeSpan.Zero).AddDays(days).AddMinutes(minutes);
        return (deadline.IsNear(moment), deadline.IsLate(moment));
    }
}
