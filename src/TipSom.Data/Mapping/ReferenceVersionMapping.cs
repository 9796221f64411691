using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Data.Seeding;

namespace TipSom.Data.Mapping;

internal sealed class ReferenceVersionMapping : IEntityTypeConfiguration<ReferenceVersion>
{
    public void Configure(EntityTypeBuilder<ReferenceVersion> builder)
    {
        builder.ToTable("reference_versions", "reference");
        builder.HasKey(version => version.File);
    }
}
