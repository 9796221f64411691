using System.Text.RegularExpressions;
using TipSom.Domain.Referrals;
using TipSom.Domain.Tests;
using TipSom.Domain.Victims;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.RowSecurity;

/// <summary>What is written twice, in the domain and in SQL, says the same.</summary>
public sealed partial class TwinRulesTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    /// <summary>Sentences only a hand-written statement can meet: the domain has no way to ask for such a thing.</summary>
    private static readonly string[] ForHandWrittenStatementsOnly =
    [
        "A case is moved to the other law with a reason, and a reason is given for a move.",
        "A correction is the next version of signed figures, with a reason.",
        "A declined referral is rerouted by sending the need to another provider.",
        "A need of this case waits for somebody.",
        "A redaction was written and nothing redacted.",
        "A referral is sent by the unit that holds the case, from where the person was found.",
        "A return begins as a draft.",
        "A return is signed as it was written.",
        "A supervisor decides whether a referral goes without an agreement.",
        "A supervisor looks at an accusation against a person of the case.",
        "A supervisor opens a closed case again.",
        "A supervisor signs returns.",
        "A supervisor voids what was entered in error.",
        "A version is proposed whole, for the same two agencies, and decided by others.",
        "An agreement changes as both sides approved it, or is suspended, resumed or ended with a reason.",
        "Another provider has already accepted this need.",
        "Each side decides once, for itself and in its own name.",
        "Nobody is signed in.",
        "Nobody owes a step under this referral now.",
        "Nobody there has an account in use. Call by telephone.",
        "Nothing but a step changes a referral.",
        "Only an import brings in the cases of a register.",
        "Signed figures stand until their correction is signed.",
        "The audit trail is written once.",
        "The national administrator keeps the agencies.",
        "The national administrator switches this.",
        "The timeline tells the steps of a referral and nothing else.",
        "The trail takes no such note.",
        "There is nothing to redact.",
        "They were reminded of this return today already.",
        "This account is not in use.",
        "This case is closed: its sender no longer looks for a place.",
        "This is the work of the program itself.",
        "This return is signed by now, or nobody owes it.",
        "This step belongs to the other side.",
        "Those who follow returns ask this.",
        "Those whose turn it is were reminded within the last hour.",
        "What has ended stays as it was written.",
        "You do not keep this account. Its own administrator, or the national administrator, gives the code.",
        "You opened 200 names and papers within one hour. Wait before you open more; the auditors know."
    ];

    [Fact]
    public async Task The_groups_of_a_person_are_the_same_in_SQL()
    {
        await using var owner = await PlainSql.AsOwnerAsync(database);
        foreach (var sex in Enum.GetValues<Sex>())
        {
            foreach (var isChild in new[] { true, false })
                Assert.Equal(
                    VictimGroups.Of(sex, isChild).Select(g => g.ToString()),
                    await owner.AskAsync<string[]>("select security.victim_groups($1, $2)", sex.ToString(), isChild));
        }
    }

    [Fact]
    public async Task How_a_referral_stands_is_said_in_the_same_words()
    {
        await using var owner = await PlainSql.AsOwnerAsync(database);
        foreach (var status in Enum.GetValues<ReferralStatus>())
            Assert.Equal(ReferralLifecycle.Refusal(status), await owner.AskAsync<string>("select security.how_it_stands($1)", status.ToString()));
    }

    [Fact]
    public async Task The_clocks_run_for_whose_turn_it_is()
    {
        await using var owner = await PlainSql.AsOwnerAsync(database);
        foreach (var status in Enum.GetValues<ReferralStatus>())
        {
            // For an arrival both sides watch; one who is in care, or was declined, is watched by other clocks.
            var expected = status switch
            {
                ReferralStatus.Accepted => "Arrival",
                ReferralStatus.InCare or ReferralStatus.Declined or ReferralStatus.DeclineConfirmed => null,
                _ => ReferralLifecycle.TurnIn(status)?.ToString()
            };
            Assert.Equal(expected ?? "", await owner.AskAsync<string>("select coalesce(telling.turn_in($1), '')", status.ToString()));
        }
    }

    [Fact]
    public async Task A_referral_is_final_where_no_step_leads_on()
    {
        await using var owner = await PlainSql.AsOwnerAsync(database);
        Assert.Equal(
            Enum.GetValues<ReferralStatus>().Where(s => !s.IsFinal()).Select(s => s.ToString()).Order(StringComparer.Ordinal),
            (await owner.ListAsync("select distinct from_status from security.referral_transitions")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_table_of_transitions_is_the_lifecycle()
    {
        await using var owner = await PlainSql.AsOwnerAsync(database);

        Assert.Equal(
            ReferralLifecycle.Transitions.Select(t => $"{t.From} {t.Verb} {t.To} {ReferralLifecycle.ActorOf(t.Verb)}").Order(StringComparer.Ordinal),
            (await owner.ListAsync("select concat_ws(' ', from_status, verb, to_status, side) from security.referral_transitions")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_sentence_of_SQL_is_one_of_the_domain()
    {
        var domain = string.Join('\n', Directory.EnumerateFiles(Repository.PathOf("src/TipSom.Domain"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText));
        var policies = string.Join('\n', Directory.EnumerateFiles(Repository.PathOf("src/TipSom.Data/RowSecurity/Policies"), "*.sql").Select(File.ReadAllText));
        var sentences = Sentence().Matches(policies).Select(found => found.Groups[1].Value).Distinct().Order(StringComparer.Ordinal).ToList();

        // A sentence put together, or without its full stop, would slip through the comparison.
        Assert.Equal(Refusing().Count(policies), RefusingWithSentence().Count(policies));
        Assert.Equal(
            ForHandWrittenStatementsOnly,
            sentences.Where(s => !domain.Contains($"\"{s}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_last_wrong_code_is_the_same_in_SQL() => Assert.Contains(
        $"old.wrong_arrival_codes >= {Referral.MaxWrongArrivalCodes} ",
        File.ReadAllText(Repository.PathOf("src/TipSom.Data/RowSecurity/Policies/090_referral_guard.v2.sql")), StringComparison.Ordinal);

    /// <summary>A literal that begins with a capital and ends with a full stop.</summary>
    [GeneratedRegex(@"'([A-Z][^'\n]*\.)'")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"security\.refuse\((?!refusal|security\.how|sentence|text)|\bthen\s+'[A-Z][^'\n]* [^'\n]*'")]
    private static partial Regex Refusing();

    [GeneratedRegex(@"security\.refuse\('[A-Z][^'\n]*\.'\)|\bthen\s+'[A-Z][^'\n]* [^'\n]*\.'")]
    private static partial Regex RefusingWithSentence();
}
