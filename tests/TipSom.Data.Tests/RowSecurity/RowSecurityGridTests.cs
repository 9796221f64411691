using Npgsql;
using TipSom.Data.Identity;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.RowSecurity;

/// <summary>Asks PostgreSQL every question of the grid: actor, table, and see, insert or change, with a referral in each state.</summary>
public sealed class RowSecurityGridTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly ReferralStatus[] Ended =
    [
        ReferralStatus.Closed, ReferralStatus.Declined, ReferralStatus.DeclineConfirmed, ReferralStatus.Rerouted, ReferralStatus.Withdrawn,
        ReferralStatus.Voided
    ];

    [Fact]
    public async Task Everybody_sees_inserts_and_changes_what_the_grid_says_and_nothing_else()
    {
        await using var world = new World(database);
        var cast = await Cast.MakeAsync(world);
        var roads = await Task.WhenAll(Enum.GetValues<ReferralStatus>().Select(status => Road.MakeAsync(database, world, cast, status)));
        await using var owner = await PlainSql.AsOwnerAsync(database);
        var tables = await owner.ListAsync("""
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where (n.nspname in ('casework', 'audit', 'telling') or n.nspname = 'statistics' and c.relrowsecurity) and c.relkind in ('r', 'p')
            """);

        var answers = (await Task.WhenAll(roads.Select(road => AnswersAsync(road, cast)))).SelectMany(a => a).ToList();

        var actual = RowSecurityGrid.Draw(answers.GroupBy(a => a.Table).Select(table =>
            (table.Key, RowSecurityGrid.Actors.Select(actor => Cell([.. table.Where(a => a.Actor == actor.Name)])).ToArray())));
        Assert.True(RowSecurityGrid.Expected.ReplaceLineEndings("\n") == actual, $"PostgreSQL answers:\n{actual}");
        Assert.Equal(tables.Order(StringComparer.Ordinal), answers.Select(a => a.Table.Split(' ')[0]).Select(t => t.Contains('.') ? t : $"casework.{t}").Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>A letter that every state allows stands alone; one that only some allow has a star.</summary>
    private static string Cell(IReadOnlyCollection<Answer> answers)
    {
        Assert.NotEmpty(answers);
        var letters = "sic".Select(letter => answers.Count(a => a.Letters.Contains(letter)) switch
        {
            0 => "",
            var some when some < answers.Count => $"{letter}*",
            _ => $"{letter}"
        }).Where(letter => letter.Length > 0);
        return string.Join(' ', letters) is { Length: > 0 } cell ? cell : "-";
    }

    private async Task<List<Answer>> AnswersAsync(Road road, Cast cast)
    {
        var questions = await Question.AllAsync(database, road, cast);
        var answers = new List<Answer>();
        foreach (var (actor, user) in People(road, cast))
        {
            await using var session = await PlainSql.AsAsync(database, user);
            foreach (var question in questions)
                answers.Add(new Answer(question.Table, actor, await LettersAsync(session, question, user)));
        }

        return answers;
    }

    private static IEnumerable<(string Actor, User? User)> People(Road road, Cast cast) =>
    [
        ("officer", cast.Police.Officer), ("above", cast.Police.Supervisor), ("sibling", cast.Sibling), ("force", cast.OtherForce.Officer),
        (road.Status switch
        {
            ReferralStatus.Sent => "sent",
            ReferralStatus.Seen or ReferralStatus.InformationRequested => "opened",
            ReferralStatus.Accepted or ReferralStatus.InCare => "accepted",
            _ when Ended.Contains(road.Status) => "ended",
            _ => throw new InvalidOperationException($"{road.Status} has no column.")
        }, cast.Shelter.Caseworker),
        ("provider", cast.OtherShelter.Caseworker), ("desk", cast.Coordinator), ("analyst", cast.Analyst), ("auditor", cast.Auditor),
        ("admin", cast.Administrator), ("disabled", cast.Disabled), ("reader", cast.Reader.Officer), ("knower", cast.Knower.Officer),
        ("offered", cast.Offered.Supervisor), ("nobody", null)
    ];

    private static async Task<string> LettersAsync(PlainSql session, Question question, User? user)
    {
        var where = question.Where(user);
        // Without the privilege nothing is seen; that is an answer, not an error.
        var letters = (await session.TryAsync($"select from {question.Relation} limit 0")).State == ""
            && await session.AskAsync<bool>($"select exists (select from {question.Relation} where {where})") ? "s" : "";
        foreach (var row in question.Inserts(user))
        {
            var inserted = await session.TryAsync(JsonRows.InsertInto(question.Relation), row);
            // A key that is taken is found out only after the policy let the row through; a step taken twice is no step.
            if (inserted.State == "" || (inserted.State == PostgresErrorCodes.UniqueViolation && !question.OnceOnly))
            {
                letters += "i";
                break;
            }

            Assert.True(inserted.State is Outcome.NotAllowed or Outcome.RuleBroken || question.OnceOnly, $"{question.Table}: {inserted}");
        }

        var changed = await session.TryAsync($"update {question.Relation} set {question.Change} where {where}");
        Assert.True(changed.State is "" or Outcome.NotAllowed or Outcome.RuleBroken, $"{question.Table}: {changed}");
        // A rule that refuses the moment was asked because the policy had found the row.
        return changed.Rows > 0 || changed.State == Outcome.RuleBroken ? letters + "c" : letters;
    }

    private sealed record Answer(string Table, string Actor, string Letters);
}
