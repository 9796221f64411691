using TipSom.Domain.Imports;

namespace TipSom.Data.Imports;

/// <summary>
/// A register's lines put into cases, in the order of their first line. A case with one unreadable line is left out whole: half a case
/// would be taken for all of it.
/// </summary>
public sealed class RegisterPlan
{
    private RegisterPlan(IReadOnlyList<IReadOnlyList<RegisterLine>> cases, IReadOnlyList<LeftOutLine> leftOut)
    {
        (Cases, LeftOut) = (cases, leftOut);
        People = cases.Sum(c => c.Count);
    }

    /// <summary>The cases with their people.</summary>
    public IReadOnlyList<IReadOnlyList<RegisterLine>> Cases { get; }

    /// <summary>The lines that are left out, in the order of the file.</summary>
    public IReadOnlyList<LeftOutLine> LeftOut { get; }

    /// <summary>How many people those cases have.</summary>
    public int People { get; }

    /// <summary>Plans a file's lines, the heading first.</summary>
    public static RegisterPlan Of(IReadOnlyList<string[]> lines, RegisterReader reader)
    {
        var cases = new List<List<RegisterLine>>();
        var byKey = new Dictionary<string, List<RegisterLine>>();
        var leftOut = new List<LeftOutLine>();
        // Keys of cases of which a line cannot be read are known only at the end.
        var spoilt = new HashSet<string>();
        for (var i = 1; i < lines.Count; i++)
        {
            var (line, wrong) = reader.Read(i + 1, lines[i]);
            if (wrong is not null)
            {
                leftOut.Add(wrong);
                if (reader.KeyOf(lines[i]) is { } key)
                    spoilt.Add(key);
            }
            else if (line!.CaseKey is { } key && byKey.TryGetValue(key, out var known))
            {
                known.Add(line);
            }
            else
            {
                List<RegisterLine> one = [line];
                cases.Add(one);
                if (line.CaseKey is { } first)
                    byKey[first] = one;
            }
        }

        foreach (var one in cases)
            if (WrongAsAWhole(one, spoilt) is { } sentence)
                leftOut.AddRange(one.Select(line => new LeftOutLine(line.Row, [new(null, sentence)])));
        return new RegisterPlan([.. cases.Where(c => WrongAsAWhole(c, spoilt) is null)], [.. leftOut.OrderBy(l => l.Row)]);
    }

    private static string? WrongAsAWhole(List<RegisterLine> one, HashSet<string> spoilt)
    {
        if (one[0].CaseKey is { } key && spoilt.Contains(key))
            return "Another line of this case cannot be read. A case comes whole or not at all.";
        if (one.Count > RegisterImport.MostPeople)
            return "More than 200 lines name this case. Look at the column that tells the cases apart.";
        return one.Any(line => line.Facts.DistrictCode != one[0].Facts.DistrictCode || line.Facts.Kind != one[0].Facts.Kind)
            ? "The lines of this case name different districts or kinds."
            : null;
    }
}
