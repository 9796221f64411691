using System.Reflection;
using System.Text.RegularExpressions;
using TipSom.Domain.Tests.Documentation;

namespace TipSom.Data.Tests.RowSecurity;

public sealed partial class RowSecurityPageTests
{
    [Fact]
    public void The_page_on_row_security_says_what_the_grid_and_the_policies_say() => WrittenPage.IsUpToDate(
        "docs/row-security.md",
        $"""
        # Who sees which row

        *Written by a test from the grid in `tests/TipSom.Data.Tests/RowSecurity/RowSecurityGrid.cs`, which another test asks PostgreSQL
        cell by cell, and from the policies in `src/TipSom.Data/RowSecurity/Policies`; change those and run the tests of the data.*

        A case, the people in it and who they are are seen by the unit that holds the case and the units above it in the same agency.
        A referral is seen by the unit that sent it, the unit it is addressed to, each with the units above, and the national desk; it
        names nobody. A provider never reads a victim: it reads a copy of what the person agreed to share, what is needed once it has
        opened the referral, who the person is once it has accepted, both only until the referral ends and while the consent is in
        force. Whoever is not named here sees nothing.

        What somebody may do at all is on [who may do what](permissions.md); whether a step is allowed now, on
        [the life of a referral](referral-lifecycle.md).

        ## The grid

        **s** sees the row, **i** may insert one that belongs to the same case or referral, **c** may change it; a star: only in some
        states of the referral. A dash: as if the row did not exist. Nobody deletes.

        {WrittenPage.Table(RowSecurityGrid.Actors.Select(a => a.Name).Prepend("table"), Grid())}

        {WrittenPage.Table(["column", "who"], RowSecurityGrid.Actors.Select(a => new[] { a.Name, a.Meaning }))}

        Tables in `casework` unless said otherwise. **c** on a referral means that the row may be reached; which columns a step may write,
        and which step is possible, the trigger of the referral decides.

        ## The policies

        Each is named as a sentence. Row security is enabled, not forced: the owner, which never serves a request, is not bound by it.

        {WrittenPage.Table(["table", "command", "policy"], Policies())}

        ## The signed context

        1. A request opens one transaction. At its start the program sets `tipsom.context` for that transaction only: the account's id,
           an expiry five minutes ahead, and an HMAC-SHA-256 of both.
        2. A policy asks `security.my_user()`, `my_unit()`, `my_role()` or `my_referral_side()`. Behind them `security.me()` computes the
           HMAC with a key that `tipsom_app` cannot read, compares the expiry with the database's own clock, and looks the account up:
           a disabled account, or one whose agency has left, is nobody from its next statement on.
        3. With the transaction the context is gone. No transaction, no context, a forged or an expired one: no rows, and no error that
           tells something.

        Which unit sees which record is a table, `case_access` and `referral_access`, kept by triggers. Lists start from it by its index;
        the policy on the record itself guards. `tipsom_app` owns nothing, and the program refuses to start with a role that could step
        round these rules.

        ## Why do I see nothing?

        - **No transaction.** The context is set by the interceptor when a transaction starts. A query outside one is nobody's. Pages run
          inside the request's transaction; other code calls `BeginTransactionAsync`. `TransactionScope` does not start one in EF Core.
        - **Nobody signed in.** `SessionUser.UserId` is null in this scope, such as a background task's.
        - **The key differs.** `select security.me()` inside the transaction answers null although `tipsom.context` is set: the program
          and the database do not hold the same key. Run `--migrate` with the key of this installation.
        - **The clocks differ** by more than five minutes between program and database.
        - **The role has no side.** Only officers and supervisors see cases; administrators, analysts and auditors see neither cases nor
          referrals, whatever their unit.
        - **The unit came later.** A unit placed above another afterwards, or a national desk made afterwards, sees what is logged and
          sent from then on.
        - **Zero rows changed** where a row was seen: the policy for changing is narrower than that for seeing. EF Core reports it as a
          conflict of versions.
        - **In psql** as `tipsom_owner` one sees everything; as `tipsom_app` nothing, which is right.

        """.ReplaceLineEndings("\n"));

    private static IEnumerable<IEnumerable<string>> Grid() =>
        RowSecurityGrid.Rows(RowSecurityGrid.Expected.ReplaceLineEndings("\n")).Select(row => (string[])[row.Table, .. row.Cells]);

    private static List<string[]> Policies()
    {
        var assembly = typeof(TipSomDbContext).Assembly;
        var policies = assembly.GetManifestResourceNames()
            .Where(name => name.Contains(".Policies.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .SelectMany(name => Policy().Matches(Read(assembly, name)))
            .Select(found => new[] { found.Groups["table"].Value, found.Groups["command"].Value, found.Groups["name"].Value.Replace('_', ' ') })
            .ToList();
        Assert.NotEmpty(policies);
        return policies;
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"create policy (?<name>\w+) on (?<table>[\w.]+) for (?<command>\w+)")]
    private static partial Regex Policy();
}
