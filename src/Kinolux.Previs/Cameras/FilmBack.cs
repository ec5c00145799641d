namespace Kinolux.Previs.Cameras;

/// <summary>The part of a sensor that a picture of some aspect is taken with.</summary>
/// <param name="Aspect">Width by height.</param>
public sealed record FilmBack(Sensor Sensor, double Aspect)
{
    /// <summary>Width and height, millimetres. As wide as the sensor where that is high enough for it, else as high.</summary>
    public (double Width, double Height) Size => Sensor.Width / Aspect <= Sensor.Height ? (Sensor.Width, Sensor.Width / Aspect) : (Sensor.Height * Aspect, Sensor.Height);

    /// <summary>The vertical angle of view, radians.</summary>
    /// <param name="focal">Millimetres.</param>
    public double VerticalField(double focal) => 2 * Math.Atan(Size.Height / (2 * focal));

    /// <summary>The horizontal angle of view, radians.</summary>
    /// <param name="focal">Millimetres.</param>
    public double HorizontalField(double focal) => 2 * Math.Atan(Size.Width / (2 * focal));
}
