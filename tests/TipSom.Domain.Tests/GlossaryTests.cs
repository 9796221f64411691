using System.Reflection;
using System.Text.RegularExpressions;
using TipSom.Domain.Agreements;
using TipSom.Domain.Cases;
using TipSom.Domain.Consents;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Domain.Suspects;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Tests;

/// <summary>The glossary is where names come from, so it must name what exists.</summary>
public sealed partial class GlossaryTests
{
    private static readonly Type[] Domain = typeof(Case).Assembly.GetExportedTypes();

    private static readonly List<string[]> Rows =
    [
        .. File.ReadLines(Repository.PathOf("docs/glossary.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| English |", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)),
    ];

    [Fact]
    public void Every_row_has_a_term_its_Urdu_a_meaning_and_a_place()
    {
        Assert.NotEmpty(Rows);
        Assert.All(Rows, row =>
        {
            Assert.Equal(4, row.Length);
            Assert.All(row, Assert.NotEmpty);
            Assert.Contains(row[1], letter => letter is >= '\u0600' and <= '\u06FF');
            Assert.EndsWith(".", row[2], StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Every_name_in_code_exists()
    {
        var names = Names().ToList();

        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.True(Exists(name), name));
    }

    [Theory]
    [InlineData(typeof(Role))]
    [InlineData(typeof(ReferralStatus))]
    [InlineData(typeof(ConsentBasis))]
    [InlineData(typeof(DisclosureStage))]
    [InlineData(typeof(AgreementStatus))]
    [InlineData(typeof(CaseKind))]
    [InlineData(typeof(PersonRole))]
    [InlineData(typeof(SuspectStatus))]
    public void Every_value_that_people_speak_of_is_explained(Type spoken)
    {
        Assert.Empty(Enum.GetNames(spoken).Select(value => $"{spoken.Name}.{value}").Except(Names()));
    }

    private static IEnumerable<string> Names() => Rows.SelectMany(row => Quoted().Matches(row[3])).Select(match => match.Groups[1].Value);

    private static bool Exists(string name)
    {
        var parts = name.Split('.');
        const BindingFlags any = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static;
        return Domain.Any(type => type.Name == parts[0] && (parts.Length == 1 || type.GetMember(parts[1], any).Length > 0));
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}
