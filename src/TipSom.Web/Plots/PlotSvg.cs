using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Microsoft.Extensions.Localization;
using TipSom.Web.Localisation;

namespace TipSom.Web.Plots;

/// <summary>A plot as SVG, in the language of the request.</summary>
public static class PlotSvg
{
    public const string ContentType = "image/svg+xml; charset=utf-8";

    /// <summary>As a part of a page, coloured by its style sheet.</summary>
    /// <param name="plot">What is drawn.</param>
    /// <param name="name">What its ids begin with: another for each plot of the page.</param>
    /// <param name="texts">Words of the portal.</param>
    public static string InPage(Plot plot, string name, IStringLocalizer<Ui> texts) =>
        Draw(plot, name, texts, isAlone: false).ToString(SaveOptions.DisableFormatting);

    /// <summary>As a file of its own, with its own colours on white.</summary>
    public static byte[] Alone(Plot plot, IStringLocalizer<Ui> texts) => Encoding.UTF8.GetBytes(
        """<?xml version="1.0" encoding="utf-8"?>""" + "\n" + Draw(plot, "plot", texts, isAlone: true).ToString(SaveOptions.DisableFormatting));

    private static XElement Draw(Plot plot, string name, IStringLocalizer<Ui> texts, bool isAlone)
    {
        var culture = CultureInfo.CurrentUICulture;
        var drawing = new Drawing(name, Cultures.IsUrdu(culture));
        plot.PaintOn(drawing, texts);
        return drawing.Finish(plot.Title, plot.Describe(texts), culture.Name, isAlone);
    }
}
