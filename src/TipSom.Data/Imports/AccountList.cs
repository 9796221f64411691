using System.ComponentModel.DataAnnotations;
using TipSom.Data.Identity;
using TipSom.Domain;
using TipSom.Domain.Agencies;
using TipSom.Domain.Identity;

namespace TipSom.Data.Imports;

/// <summary>People to be invited together: a list that an administrator filled in, with the fields of a single invitation.</summary>
public static class AccountList
{
    /// <summary>Most people of one list: their codes are printed, cut and handed over in one go.</summary>
    public const int MostPeople = 200;

    /// <summary>Largest file, in bytes.</summary>
    public const int FileMaxLength = 256 * 1024;

    /// <summary>What is refused of a national role: two people answer for each, so none comes out of a file.</summary>
    public const string NationalRole = "A national role is never given by a list. Propose it for this person alone.";

    /// <summary>What is refused of a longer list.</summary>
    public const string TooMany = "At most 200 people are invited together. Split the list.";

    private const int EmailMaxLength = 256;

    private static readonly EmailAddressAttribute Email = new();

    private static readonly Dictionary<string, AccountColumn> Headings = Index<AccountColumn>(
        (AccountColumn.DisplayName, ["name and rank", "name", "name shown", "نام اور عہدہ", "نام"]),
        (AccountColumn.UserName, ["user name", "username", "login", "صارف کا نام"]),
        (AccountColumn.Email, ["e-mail", "email", "mail", "ای میل"]),
        (AccountColumn.Unit, ["unit", "unit code", "code of the unit", "یونٹ", "یونٹ کا کوڈ"]),
        (AccountColumn.Role, ["role", "what the person does", "کردار"]));

    private static readonly Dictionary<string, Role> Roles = Index<Role>(
        (Role.Officer, ["officer", "افسر"]),
        (Role.Supervisor, ["supervisor", "نگران افسر"]),
        (Role.Caseworker, ["caseworker", "case worker", "کیس ورکر"]),
        (Role.ProviderManager, ["provider manager", "providermanager", "ادارے کا مینیجر"]),
        (Role.AgencyAdministrator, ["agency administrator", "agencyadministrator", "ادارے کا منتظم"]),
        (Role.NationalCoordinator, ["national coordinator", "nationalcoordinator", "قومی رابطہ کار"]),
        (Role.NationalAdministrator, ["national administrator", "nationaladministrator", "قومی منتظم"]),
        (Role.Analyst, ["analyst", "تجزیہ کار"]),
        (Role.Auditor, ["auditor", "آڈیٹر"]));

    /// <summary>The lines of a file as they stand in it. Each gets the id that its account will have, so that a form sent twice makes none twice.</summary>
    public static IReadOnlyList<AccountLine> Read(byte[] file)
    {
        if (file.Length > FileMaxLength)
            throw new RuleBrokenException(TooMany);
        var lines = RegisterFile.Read(RegisterFile.FormatOf(file), file);
        var columns = Enum.GetValues<AccountColumn>().ToDictionary(column => column, column => Array.FindIndex(
            lines[0], heading => Headings.TryGetValue(RegisterWords.Plain(heading), out var named) && named == column));
        if (columns.Any(c => c.Value < 0))
            throw new RuleBrokenException("The first line names the columns. Download the file to fill in, and use its first line.");
        if (lines.Count == 1)
            throw new RuleBrokenException("Nobody is on this list.");
        if (lines.Count - 1 > MostPeople)
            throw new RuleBrokenException(TooMany);
        return [.. lines.Skip(1).Select((cells, i) =>
        {
            string Cell(AccountColumn column) => cells.ElementAtOrDefault(columns[column]) ?? "";
            return new AccountLine(
                Guid.CreateVersion7(), i + 2, Cell(AccountColumn.DisplayName), Cell(AccountColumn.UserName), Cell(AccountColumn.Email),
                Cell(AccountColumn.Unit), Cell(AccountColumn.Role));
        })];
    }

    /// <summary>Says of each line what would be made, or what is wrong with it: what one invitation refuses, the list refuses.</summary>
    /// <param name="by">Who invites.</param>
    /// <param name="places">Units where they invite people, with their agencies.</param>
    /// <param name="taken">User names of the list that somebody has, in capitals.</param>
    public static IReadOnlyList<PlannedAccount> Plan(
        IReadOnlyList<AccountLine> lines, Role by, IReadOnlyList<(Unit Unit, Agency Agency)> places, IReadOnlySet<string> taken)
    {
        var byCode = places.ToDictionary(p => p.Unit.Code, StringComparer.OrdinalIgnoreCase);
        var twice = lines.GroupBy(l => l.UserName).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        return [.. lines.Select(line =>
        {
            (Unit Unit, Agency Agency)? place = byCode.TryGetValue(line.Unit, out var found) ? found : null;
            Role? role = Roles.TryGetValue(RegisterWords.Plain(line.Role), out var named) ? named : null;
            string?[] problems =
            [
                line.DisplayName.Length == 0 ? "Enter name and rank." : line.DisplayName.Length > User.DisplayNameMaxLength ? "This name is too long." : null,
                Grants.RefusalOfUserName(line.UserName),
                twice.Contains(line.UserName) ? "This user name is on the list twice." : null,
                taken.Contains(line.UserName.ToUpperInvariant()) ? HandingOn.NameTaken : null,
                line.Email.Length > 0 && (line.Email.Length > EmailMaxLength || !Email.IsValid(line.Email)) ? "Enter an e-mail address, or leave it empty." : null,
                place is null ? HandingOn.UnitNotKept : null,
                role is null ? "Write the role as it is named on this page." : role.Value.IsNational() ? NationalRole
                    : place is { } at ? Grants.RefusalOf(by, role.Value, at.Agency.Kind) : null
            ];
            var account = place is { } there && role is { } given
                ? new NewAccount(line.DisplayName, line.UserName, line.Email.Length > 0 ? line.Email : null, there.Unit.Id, given)
                : null;
            return new PlannedAccount(line, account, place?.Unit, role, [.. problems.OfType<string>()]);
        })];
    }

    private static Dictionary<string, T> Index<T>(params (T Meaning, string[] Words)[] entries) =>
        entries.SelectMany(e => e.Words, (e, word) => (word, e.Meaning)).ToDictionary(e => RegisterWords.Plain(e.word), e => e.Meaning);
}

/// <summary>What the columns of a list hold.</summary>
public enum AccountColumn
{
    DisplayName,
    UserName,
    Email,
    Unit,
    Role
}

/// <summary>One line of a list as it stands there. It names somebody and is never logged.</summary>
/// <param name="Id">The id of the account that is made of it.</param>
/// <param name="Row">Which line of the file, the heading being 1.</param>
public sealed record AccountLine(Guid Id, int Row, string DisplayName, string UserName, string Email, string Unit, string Role)
{
    /// <summary>Never prints what it holds.</summary>
    public override string ToString() => nameof(AccountLine);
}

/// <summary>A line, and what would be made of it.</summary>
/// <param name="Account">The account; null where unit or role are not understood.</param>
/// <param name="Problems">What is wrong; the sentences are keys of their translation.</param>
public sealed record PlannedAccount(AccountLine Line, NewAccount? Account, Unit? Unit, Role? Role, IReadOnlyList<string> Problems)
{
    /// <summary>Never prints what it holds.</summary>
    public override string ToString() => nameof(PlannedAccount);
}
