using System.Globalization;
using TipSom.Domain.Agencies;

namespace TipSom.Web.Pages.Statistics;

/// <summary>The words of the sources.</summary>
public static class FigureSources
{
    public static string Of(FigureSource source) => source switch
    {
        FigureSource.Returns => "Returns",
        FigureSource.Published => "Published figures",
        FigureSource.Records => "Case records"
    };

    public static string ReportedBy(AgencyKind kind) => kind switch
    {
        AgencyKind.Police => "Police forces",
        AgencyKind.Fia => "Federal Investigation Agency",
        AgencyKind.Labour => "Labour departments",
        AgencyKind.ChildProtection => "Child protection bodies",
        AgencyKind.CareProvider => "Care providers",
        _ => "Other agencies"
    };

    /// <summary>A change as it is read: -96.05% or +3.10%.</summary>
    public static string Signed(decimal percent) => percent.ToString("+#,##0.00;-#,##0.00;0.00", CultureInfo.InvariantCulture) + "%";
}
