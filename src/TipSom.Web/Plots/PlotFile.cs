using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TipSom.Web.Tables;

namespace TipSom.Web.Plots;

/// <summary>What the address of a plot is asked for with <c>?format=</c>.</summary>
public enum PlotFormat
{
    Svg,
    Csv
}

/// <summary>A plot as a file: its picture, or its figures.</summary>
public static class PlotFile
{
    /// <summary>The answer of a page that gives a plot out.</summary>
    /// <param name="plot">What is asked for.</param>
    /// <param name="format">Picture or figures.</param>
    /// <param name="fileName">Name of the file without its ending: Latin letters, digits and hyphens.</param>
    /// <param name="texts">Words of the portal.</param>
    public static FileContentResult ToFile(this Plot plot, PlotFormat format, string fileName, IStringLocalizer<Ui> texts) => format switch
    {
        PlotFormat.Svg => new(PlotSvg.Alone(plot, texts), PlotSvg.ContentType) { FileDownloadName = fileName + ".svg" },
        PlotFormat.Csv => new(CsvTable.Of(plot.ToTable(texts)), CsvTable.ContentType) { FileDownloadName = fileName + ".csv" }
    };
}
