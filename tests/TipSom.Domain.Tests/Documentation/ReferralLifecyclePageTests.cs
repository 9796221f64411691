using System.Globalization;
using TipSom.Domain.Referrals;

namespace TipSom.Domain.Tests.Documentation;

public sealed class ReferralLifecyclePageTests
{
    private static readonly ReferralStatus[] Statuses = Enum.GetValues<ReferralStatus>();
    private static readonly ReferralVerb[] Verbs = Enum.GetValues<ReferralVerb>();
    private static readonly ClockStep[] Steps = Enum.GetValues<ClockStep>();

    /// <summary>The times as they are shipped.</summary>
    private static readonly ReferralClocks Clocks = new(File.ReadLines(Repository.PathOf("src/TipSom.Data/Seeding/Reference/clocks.csv"))
        .Skip(1)
        .Select(line => line.Split(','))
        .ToDictionary(
            row => (Enum.Parse<Urgency>(row[0]), Enum.Parse<ClockStep>(row[1])),
            row => TimeSpan.FromMinutes(int.Parse(row[2], CultureInfo.InvariantCulture))));

    [Fact]
    public void The_page_on_the_life_of_a_referral_says_what_the_code_says() => WrittenPage.IsUpToDate(
        "docs/referral-lifecycle.md",
        $"""
        # The life of a referral

        *Written by a test from `ReferralLifecycle` in `src/TipSom.Domain/Referrals`; change it there and run the tests of the domain.*

        A referral is addressed to a provider's unit, never to a person. Each state says whose turn it is and until when. A verb that
        does not apply is refused with a sentence and changes nothing; it is never ignored. Each verb writes one line on the timeline
        that both sides read.

        ```mermaid
        {Diagram()}
        ```

        ## States

        A referral is live while the need it answers is in its hands; a need has at most one live referral.

        {WrittenPage.Table(
            ["State", "Meaning", "Whose turn", "Live", "A verb that does not apply is answered"],
            Statuses.Select(s => new[]
            {
                Code(s), Summary.Of(s), ReferralLifecycle.TurnIn(s)?.ToString() ?? "nobody's", s.IsLive() ? "yes" : "no",
                ReferralLifecycle.Refusal(s)
            }))}

        ## Verbs

        {WrittenPage.Table(["Verb", "Done by", "Meaning"], Verbs.Select(v => new[] { Code(v), ReferralLifecycle.ActorOf(v).ToString(), Summary.Of(v) }))}

        The sides: {string.Join(" ", Enum.GetValues<Side>().Select(s => $"{Code(s)}: {LowerFirst(Summary.Of(s))}"))}

        ## From state to state

        The state each verb leads to; an empty field is a refusal.

        {WrittenPage.Table(
            Verbs.Select(v => v.ToString()).Prepend(""),
            Statuses.Select(s => Verbs.Select(v => ReferralLifecycle.After(s, v)?.ToString() ?? "").Prepend(Code(s))))}

        ## Clocks

        How long each step may take is reference data (`src/TipSom.Data/Seeding/Reference/clocks.csv`), not code. A child's clocks run
        one step shorter: a routine need counts as urgent, an urgent one as an emergency; a person of unknown age counts as a child.

        {WrittenPage.Table(
            Steps.Select(s => s.ToString()).Prepend("Person").Prepend("Urgency"),
            from urgency in Enum.GetValues<Urgency>()
            from isChild in new[] { false, true }
            select Steps.Select(s => Shown(Clocks.Allowed(urgency, s, isChild))).Prepend(isChild ? "child" : "adult").Prepend(Code(urgency)))}

        {string.Join("\n", Steps.Select(s => $"- {Code(s)}: {LowerFirst(Summary.Of(s))}"))}

        An arrival agreed for sooner than its clock is itself the deadline. After a decline the sender has as long to choose another
        provider as the first had to open the referral. Nothing is due in care, and a referral is never closed by silence.

        """.ReplaceLineEndings("\n"));

    private static string Diagram()
    {
        var lines = new List<string> { "stateDiagram-v2", "    [*] --> Sent: Send" };
        lines.AddRange(ReferralLifecycle.Transitions.Select(t => $"    {t.From} --> {t.To}: {t.Verb}"));
        lines.AddRange(Statuses.Where(s => Verbs.All(v => ReferralLifecycle.After(s, v) is null)).Select(s => $"    {s} --> [*]"));
        return string.Join('\n', lines);
    }

    private static string Shown(TimeSpan time) => time switch
    {
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0} min"),
        { TotalHours: <= 72 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:0.##} h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{time.TotalDays:0.##} days")
    };

    private static string LowerFirst(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];

    private static string Code<TEnum>(TEnum value) where TEnum : struct, Enum => $"`{value}`";
}
