using System.Globalization;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;

namespace TipSom.Domain.Tests.Documentation;

public sealed class ReferralLifecyclePageTests
{
    private static readonly ReferralStatus[] Statuses = Enum.GetValues<ReferralStatus>();
    private static readonly ReferralVerb[] Verbs = Enum.GetValues<ReferralVerb>();
    /// <summary>The roles that may do anything with a referral.</summary>
    private static readonly Role[] Roles = [.. Enum.GetValues<Role>().Where(r => Verbs.Any(v => r.Allows(ReferralLifecycle.PermissionFor(v))))];

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

        A referral is live while the need it answers is in its hands. Providers asked together for one need have live referrals at once;
        the first to accept takes the person and the others give way.

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

        ## Who may do what from where

        What each role may do on its own side in each state. Everybody else who reads the referral may do nothing with it; who neither
        sent nor received it, nor sits at the national desk, does not find it. A test tries every state, verb and role: on the page, by
        a forged post and by SQL.

        {WrittenPage.Table(
            Roles.Select(r => r.ToString()).Prepend(""),
            Statuses.Select(s => Roles.Select(r => string.Join(", ", Verbs.Where(v => May(r, s, v)))).Prepend(Code(s))))}

        {string.Join(", ", Enum.GetValues<Role>().Except(Roles).Select(Code))} may do nothing with a referral in any state.

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

    // The side of a verb needs no question here: no role holds permissions of two sides, and another test says so.
    private static bool May(Role role, ReferralStatus status, ReferralVerb verb) =>
        ReferralLifecycle.After(status, verb) is not null && role.Allows(ReferralLifecycle.PermissionFor(verb));

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
