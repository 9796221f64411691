using TipSom.Domain.Assessment;
using static TipSom.Domain.Assessment.IndicatorDimension;

namespace TipSom.Domain.Tests.Assessment;

public sealed class IndicatorReadingTests
{
    [Theory]
    [InlineData(2, 0, 0, true)]
    [InlineData(1, 1, 0, true)]
    [InlineData(1, 0, 1, true)]
    [InlineData(0, 3, 0, true)]
    [InlineData(0, 2, 1, true)]
    [InlineData(1, 0, 0, false)]
    [InlineData(0, 2, 0, false)]
    [InlineData(0, 1, 2, false)]
    [InlineData(0, 1, 9, false)]
    [InlineData(0, 0, 9, false)]
    [InlineData(0, 0, 0, false)]
    public void A_dimension_is_positive_at_these_numbers_and_no_fewer(int strong, int medium, int weak, bool positive) =>
        Assert.Equal(positive, IndicatorReading.IsPositive(strong, medium, weak));

    public static TheoryData<IndicatorDimension[], bool, bool> Together => new()
    {
        { [DeceptiveRecruitment, ConditionsOfWork, CoercionAtDestination], false, true },
        { [CoerciveRecruitment, ConditionsOfWork, CoercionAtDestination], false, true },
        // D3 stands in for recruitment, D6 for coercion.
        { [RecruitmentByVulnerability, ConditionsOfWork, CoercionAtDestination], false, true },
        { [DeceptiveRecruitment, ConditionsOfWork, VulnerabilityAtDestination], false, true },
        { [RecruitmentByVulnerability, ConditionsOfWork, VulnerabilityAtDestination], false, true },
        { [DeceptiveRecruitment, CoerciveRecruitment, CoercionAtDestination], false, false },
        { [ConditionsOfWork, CoercionAtDestination, VulnerabilityAtDestination], false, false },
        { [DeceptiveRecruitment, CoerciveRecruitment, ConditionsOfWork], false, false },
        { [], false, false },
        { [ConditionsOfWork], false, false },
        { [ConditionsOfWork], true, true },
        { [DeceptiveRecruitment, CoercionAtDestination], true, false }
    };

    [Theory]
    [MemberData(nameof(Together))]
    public void An_adult_takes_recruitment_work_and_coercion_a_child_only_the_work(IndicatorDimension[] positive, bool isChild, bool strong) =>
        Assert.Equal(strong, IndicatorReading.AreStrong(positive, isChild));

    [Fact]
    public void What_was_asked_is_counted_and_what_is_present_and_strong()
    {
        var reading = IndicatorReading.Of(Some.Indicators, Some.Answers(yes: ["D1-1", "D1-2", "D4-1"], no: ["D5-1"], unknown: ["D5-2"]), isChild: false);

        Assert.Equal((5, 3, 2), (reading.Asked, reading.Present, reading.Strong));
        Assert.Equal([DeceptiveRecruitment], reading.Positive);
        Assert.Equal(IndicatorPresence.Partly, reading.Presence);
    }

    [Fact]
    public void All_three_parts_make_it_strong_and_a_no_more_never_weakens_it()
    {
        var yes = (string[])["D1-1", "D1-2", "D4-1", "D4-2", "D5-1", "D5-2"];

        Assert.Equal(IndicatorPresence.Strongly, IndicatorReading.Of(Some.Indicators, Some.Answers(yes), false).Presence);
        Assert.Equal(IndicatorPresence.Strongly, IndicatorReading.Of(Some.Indicators, Some.Answers(yes, no: ["D1-3", "D4-3"]), false).Presence);
    }

    [Fact]
    public void A_child_s_list_has_its_own_weights_and_leaves_out_what_is_not_on_it()
    {
        var answers = Some.Answers(["D4-1", "D4-3"]);

        // For an adult one strong and one medium; for a child the second is not on the list.
        Assert.Equal([ConditionsOfWork], IndicatorReading.Of(Some.Indicators, answers, false).Positive);
        Assert.Empty(IndicatorReading.Of(Some.Indicators, answers, true).Positive);
        Assert.Equal(1, IndicatorReading.Of(Some.Indicators, answers, true).Asked);
    }

    [Fact]
    public void Nothing_present_is_said_as_that_whatever_was_asked()
    {
        Assert.Equal(IndicatorPresence.NotPresent, IndicatorReading.Of(Some.Indicators, Some.Answers([]), false).Presence);
        Assert.Equal(IndicatorPresence.NotPresent, IndicatorReading.Of(Some.Indicators, Some.Answers([], no: ["D1-1"], unknown: ["D4-1"]), true).Presence);
    }

    [Fact]
    public void A_reading_holds_counts_and_no_share() => Assert.All(
        typeof(IndicatorReading).GetProperties(), p => Assert.False(
            p.PropertyType == typeof(double) || p.PropertyType == typeof(decimal) || p.PropertyType == typeof(float), p.Name));
}

/// <summary>A short list of indicators: in each dimension a strong, a medium and a weak one.</summary>
internal static class Some
{
    public static IReadOnlyList<Indicator> Indicators { get; } =
    [
        .. from dimension in Enum.GetValues<IndicatorDimension>()
           from weight in Enum.GetValues<IndicatorWeight>()
           let place = (int)weight + 1
           select new Indicator(
               $"D{(int)dimension}-{place}", dimension, "Wording", "عبارت",
               dimension == ConditionsOfWork && weight == IndicatorWeight.Weak ? IndicatorWeight.Medium : weight,
               dimension == ConditionsOfWork && weight == IndicatorWeight.Weak ? null : weight)
    ];

    public static Dictionary<string, IndicatorAnswer> Answers(string[] yes, string[]? no = null, string[]? unknown = null) =>
        yes.Select(code => (code, IndicatorAnswer.Yes)).Concat((no ?? []).Select(code => (code, IndicatorAnswer.No)))
            .Concat((unknown ?? []).Select(code => (code, IndicatorAnswer.Unknown))).ToDictionary(a => a.code, a => a.Item2);
}
